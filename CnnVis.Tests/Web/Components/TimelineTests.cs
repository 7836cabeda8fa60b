using Bunit;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

public sealed class TimelineTests : ComponentContext
{
    private readonly List<int?> _shown = [];
    private readonly List<int> _forked = [];

    [Fact]
    public void A_run_with_few_frames_has_no_timeline()
    {
        Assert.Empty(Timeline(RunState.Running, 0, 1).FindAll("[data-testid=timeline]"));
    }

    [Fact]
    public async Task The_slider_leads_through_the_kept_frames_while_the_run_goes_on_and_its_end_is_the_newest()
    {
        var timeline = Timeline(RunState.Running, 0, 4, 8, 12);

        await Slide(timeline, 1);
        Assert.Equal("step 4 of 40", Text(timeline));
        await Slide(timeline, 3);

        Assert.Equal([4, null], _shown);
        Assert.Equal("live", Text(timeline));
        Assert.Equal("3", timeline.Find("[data-testid=timeline-slider]").GetAttribute("max"));
    }

    [Fact]
    public async Task Playing_shows_each_frame_once_from_the_first_and_stops_at_the_newest()
    {
        var timeline = Timeline(RunState.Running, 0, 4, 8);
        timeline.Find("[data-testid=timeline-play]").Click();

        await Ticks(timeline, 3);

        Assert.Equal([0, 4, null], _shown);
    }

    [Fact]
    public async Task Played_backwards_it_goes_to_the_first_frame_and_on_if_it_repeats()
    {
        var timeline = Timeline(RunState.Running, 0, 4, 8);
        timeline.Find("[data-testid=timeline-loop]").Click();
        timeline.Find("[data-testid=timeline-reverse]").Click();

        await Ticks(timeline, 4);

        Assert.Equal([4, 0, null, 4], _shown);
    }

    [Fact]
    public async Task A_run_that_is_done_is_replayed_once_and_the_slider_takes_over()
    {
        var timeline = Timeline(RunState.Completed, 0, 4, 8, 40);
        Assert.Equal([0], _shown);
        await Ticks(timeline, 1);

        await Slide(timeline, 2);
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([0, 4, 8], _shown);
    }

    [Fact]
    public async Task Only_a_frame_that_is_looked_at_can_be_forked()
    {
        var timeline = Timeline(RunState.Running, 0, 4, 8);
        Assert.Empty(timeline.FindAll("[data-testid=fork]"));

        await Slide(timeline, 1);
        timeline.Find("[data-testid=fork]").Click();

        Assert.Equal([4], _forked);
    }

    [Fact]
    public void A_long_run_has_ten_thumbnails_from_its_first_frame_to_its_last()
    {
        var timeline = Timeline(RunState.Running, [.. Enumerable.Range(0, 65)]);

        var pictures = timeline.FindAll(".thumbs img").Select(image => image.GetAttribute("src")).ToList();

        Assert.Equal(10, pictures.Count);
        Assert.Equal(("api/runs/a/frames/0/thumbnail.webp", "api/runs/a/frames/64/thumbnail.webp"), (pictures[0], pictures[^1]));
    }

    private IRenderedComponent<Timeline> Timeline(RunState state, params int[] kept)
    {
        Runs.Known["a"] = FakeRunService.Running("a") with { State = state, Kept = kept };
        return Render<Timeline>(parameters => parameters
            .Add(timeline => timeline.RunId, "a")
            .Add(timeline => timeline.StepChanged, _shown.Add)
            .Add(timeline => timeline.OnFork, _forked.Add));
    }

    private async Task Ticks(IRenderedComponent<Timeline> timeline, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var before = _shown.Count;
            await timeline.InvokeAsync(() => Time.Advance(CnnVis.Web.Components.Playground.Timeline.Pace));
            await Until(() => _shown.Count > before);
        }
    }

    private static Task Slide(IRenderedComponent<Timeline> timeline, int place) =>
        timeline.Find("[data-testid=timeline-slider]").InputAsync($"{place}");

    private static string Text(IRenderedComponent<Timeline> timeline) => timeline.Find("[data-testid=timeline-step]").TextContent;
}
