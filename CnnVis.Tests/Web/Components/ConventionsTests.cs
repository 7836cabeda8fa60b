using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

public sealed class ConventionsTests : ComponentContext
{
    private static readonly Picture Cat = Support.Pictures.Soft(8, 8);
    private static readonly HeatMap Cam = new("cat", new FloatArray([2, 2], [1, 2, 3, 5]));
    private bool _twinAsked;

    [Fact]
    public async Task A_class_activation_map_is_shown_under_the_rules_that_apply()
    {
        var panel = await Open(new Dictionary<string, FloatArray> { ["heatmap-raw"] = new([2, 2], [1, 2, -3, 5]) }, Cam, Cam);

        Assert.Equal(
            ["The usual", "Without ReLU", "Min-max", "98th percentile", "Common scale", "Nearest", "Aligned corners"], Titles(panel));
        Assert.All(panel.FindAll("li img"), image => Assert.StartsWith("data:image/webp;base64,", image.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_shown_says_why()
    {
        var panel = await Open([], Cam);

        Assert.Equal(
            ["Without ReLU: this map has no numbers from before a ReLU.", "Common scale: this run has one map only."],
            panel.FindAll("[data-testid=convention-missing]").Select(words => words.TextContent));
    }

    [Fact]
    public async Task Each_tells_how_far_it_is_from_the_usual()
    {
        var panel = await Open([], Cam);

        // Min-max of 1, 2, 3, 5 puts 0 for 0.2: the order stays, and that is the largest change.
        var tile = panel.FindAll("[data-testid=convention]")[1];
        Assert.Equal("Min-max", tile.QuerySelector("strong")!.TextContent);
        Assert.Equal("rank correlation 1.00 · largest difference 0.20", tile.QuerySelector("small")!.TextContent);
    }

    [Fact]
    public async Task An_attribution_is_shown_under_each_reduction_of_its_colours()
    {
        var attribution = new FloatArray([3, 8, 8], [.. Enumerable.Range(0, 192).Select(i => MathF.Sin(i * i))]);
        var map = new HeatMap("gradient", ChannelReduction.Sum(attribution), HasSign: true);

        var panel = await Open(new Dictionary<string, FloatArray> { ["attribution"] = attribution }, map);

        Assert.Equal(
            ["The usual", "With ReLU", "Min-max", "By the largest", "Largest of the colours", "Sum of magnitudes", "Sum with sign"], Titles(panel));
        Assert.Equal("rank correlation 1.00 · largest difference 0.00", panel.FindAll("small")[^1].TextContent);
    }

    [Fact]
    public async Task The_probability_s_map_is_offered_and_shown_when_its_run_is_finished()
    {
        var panel = await Open([], Cam);
        await panel.Find("[data-testid=twin]").ClickAsync();
        Assert.True(_twinAsked);

        Finish("twin", [], Cam with { Values = new([2, 2], [5, 3, 2, 1]) });
        panel.Render(with => with.Add(p => p.TwinRunId, "twin"));

        await panel.WaitForAssertionAsync(() => Assert.Equal("Probability instead of logit", Titles(panel)[1]));
        Assert.StartsWith("rank correlation -", panel.FindAll("small")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_of_zeros_breaks_nothing()
    {
        var panel = await Open([], new HeatMap("none", new FloatArray([2, 2], new float[4])));

        Assert.Contains("no correlation", panel.FindAll("small")[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_map_says_so()
    {
        Finish("run-1", []);
        var panel = Show();

        await panel.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);

        Assert.Equal("There is no map yet: let the run make one first.", panel.Find("[data-testid=conventions-problem]").TextContent);
    }

    private async Task<IRenderedComponent<Conventions>> Open(Dictionary<string, FloatArray> arrays, params HeatMap[] maps)
    {
        Finish("run-1", arrays, maps);
        var panel = Show();
        await panel.Find("details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await panel.WaitForElementsAsync("[data-testid=convention]");
        return panel;
    }

    private IRenderedComponent<Conventions> Show() => Render<Conventions>(with => with
        .Add(p => p.RunId, "run-1").Add(p => p.OnTwin, () => _twinAsked = true));

    private void Finish(string id, Dictionary<string, FloatArray> arrays, params HeatMap[] maps)
    {
        Runs.Known[id] = FakeRunService.Running(id) with { State = RunState.Completed };
        Runs.Frames[id] = new Frame(1, 1, Cat, new Dictionary<string, double>()) { Maps = maps, Arrays = arrays };
    }

    private static List<string> Titles(IRenderedComponent<Conventions> panel) =>
        [.. panel.FindAll("[data-testid=convention] strong").Select(title => title.TextContent)];
}
