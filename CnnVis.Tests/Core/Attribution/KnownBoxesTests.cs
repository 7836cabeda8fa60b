using System.Text;
using System.Text.Json;
using CnnVis.Core.Attribution;

namespace CnnVis.Tests.Core.Attribution;

public sealed class KnownBoxesTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        var read = Read(KnownBoxes.Write(new Dictionary<string, IReadOnlyList<KnownBox>> { ["a.jpg"] = [new(["cat", "tabby"], 1, 2, 3, 4)] }));

        var box = Assert.Single(Assert.Single(read).Value);
        Assert.Equal(["cat", "tabby"], box.Names);
        Assert.Equal((1, 2, 3, 4), (box.Left, box.Top, box.Width, box.Height));
    }

    [Theory]
    [InlineData("""{"a.jpg":[{"names":["cat"],"left":1,"top":2,"width":3}]}""")]
    [InlineData("""{"a.jpg":"cat"}""")]
    [InlineData("cat")]
    public void Anything_else_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static IReadOnlyDictionary<string, IReadOnlyList<KnownBox>> Read(string json) =>
        KnownBoxes.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
