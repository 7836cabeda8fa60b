using Bunit;
using CnnVis.Core;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

public sealed class PredictionsTests : ComponentContext
{
    private static readonly Prediction[] Values =
    [
        new(285, "Egyptian cat", 17.2, 0.4), new(282, "tiger cat", 16.1, 0.25), new(281, "tabby", 15.9, 0.2),
        new(287, "lynx", 13, 0.1), new(1, "goldfish", 4, 0.03), new(2, "shark", 1, 0.02),
    ];

    private int? _chosen;

    [Fact]
    public void The_five_most_probable_are_shown_with_percentage_and_logit()
    {
        var rows = Show().FindAll("li button");

        Assert.Equal(5, rows.Count);
        Assert.Equal("Egyptian cat 40.0 % logit 17.20", string.Join(' ', rows[0].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("width: 40%", rows[0].QuerySelector(".bar span")!.GetAttribute("style"));
    }

    [Fact]
    public async Task A_press_asks_for_that_class()
    {
        await Show().Find("[data-testid=prediction-282]").ClickAsync();

        Assert.Equal(282, _chosen);
    }

    [Fact]
    public void Those_explained_are_marked() => Assert.Equal(
        ["prediction-282"], Show().FindAll("[aria-pressed=true]").Select(row => row.GetAttribute("data-testid")));

    private IRenderedComponent<Predictions> Show() => Render<Predictions>(with => with
        .Add(p => p.Values, Values).Add(p => p.Chosen, [282]).Add(p => p.OnChoose, number => _chosen = number));
}
