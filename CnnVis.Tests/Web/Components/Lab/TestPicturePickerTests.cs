using Bunit;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Components.Lab;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class TestPicturePickerTests : ComponentContext
{
    private IReadOnlyList<int>? _told;

    [Fact]
    public void At_first_the_data_sets_own_choice_is_watched() =>
        Assert.Equal(["3", "4", "9", "1000", "1001", "1002"], Show().FindAll("[aria-pressed=true]").Select(Number));

    [Fact]
    public async Task A_picture_more_and_a_picture_less_are_told_in_order()
    {
        await Show(3, 4).Find("[data-testid=test-picture-7]").ClickAsync();
        Assert.Equal([3, 4, 7], _told);

        await Show(3, 4).Find("[data-testid=test-picture-3]").ClickAsync();
        Assert.Equal([4], _told);
    }

    [Fact]
    public void At_most_six_are_watched_and_at_least_one()
    {
        Assert.All(Show(0, 1, 2, 3, 4, 5).FindAll("[aria-pressed=false]"), other => Assert.True(other.HasAttribute("disabled")));
        Assert.True(Show(8).Find("[data-testid=test-picture-8]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Others_and_scenes_of_two_can_be_looked_at_and_chosen_ones_stay_in_sight()
    {
        var picker = Show(3);
        await picker.Find("[data-testid=other-pictures]").ClickAsync();
        Assert.Equal(["3", "12", "13"], picker.FindAll("button[aria-pressed]").Take(3).Select(Number));

        await picker.Find("[data-testid=scenes]").ClickAsync();
        Assert.Equal(["3", "1000", "1001"], picker.FindAll("button[aria-pressed]").Take(3).Select(Number));
    }

    private static string Number(AngleSharp.Dom.IElement picture) => picture.GetAttribute("data-testid")!.Split('-')[^1];

    private IRenderedComponent<TestPicturePicker> Show(params int[] chosen) => Render<TestPicturePicker>(with => with
        .Add(c => c.Data, DataSetInfo.Shapes).Add(c => c.Value, chosen).Add(c => c.ValueChanged, value => _told = value));
}
