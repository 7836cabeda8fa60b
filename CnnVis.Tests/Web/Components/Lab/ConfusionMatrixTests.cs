using Bunit;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Lab;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class ConfusionMatrixTests : ComponentContext
{
    [Fact]
    public void Rows_are_what_is_shown_columns_what_is_said_and_each_rows_share_is_its_heat()
    {
        var matrix = Render<ConfusionMatrix>(with => with
            .Add(c => c.Values, new FloatArray([2, 2], [3, 1, 0, 0])).Add(c => c.Classes, ["cat", "dog"]));

        Assert.Equal(["cat", "dog"], matrix.FindAll("thead th[scope=col]").Skip(1).Select(name => name.TextContent));
        Assert.Equal(["cat", "dog"], matrix.FindAll("tbody th[scope=row]").Select(name => name.TextContent));
        var cells = matrix.FindAll("td");
        Assert.Equal(["3", "1", "0", "0"], cells.Select(cell => cell.TextContent));
        Assert.Equal(["--heat: 75%", "--heat: 25%", "--heat: 0%", "--heat: 0%"], cells.Select(cell => cell.GetAttribute("style")));
        Assert.Equal("cat taken for dog", cells[1].GetAttribute("title"));
    }
}
