using Bunit;
using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

/// <summary>How a playground runs what was chosen.</summary>
public sealed class PlaygroundTests : PlaygroundContext
{
    [Fact]
    public async Task Run_starts_what_was_chosen_and_puts_the_run_into_the_address()
    {
        var page = Show();
        await page.Find("[data-testid=sample-1]").ClickAsync();
        await page.Find("[data-testid=seed]").ChangeAsync("7");
        await page.Find("button.five-octaves").ClickAsync();

        await page.Find("[data-testid=run]").ClickAsync();

        Assert.Equal(new RunSpec("deepdream", "small", "cup", new DeepDreamOptions { Octaves = 5 }, 7), Started());
        Assert.EndsWith("?run=run-1", Navigation.Uri, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[data-testid=stage-canvas]"));
    }

    [Fact]
    public async Task An_option_that_can_change_on_the_way_changes_the_running_picture_and_any_other_only_the_next_one()
    {
        var page = Show();
        await page.Find("[data-testid=run]").ClickAsync();

        await page.Find("button.slower").ClickAsync();
        Assert.Equal("change run-1 rate=0.001", Runs.Commands[^1]);
        Assert.Contains("takes this up after step", page.Find("[data-testid=live-change]").TextContent, StringComparison.Ordinal);

        await page.Find("button.five-octaves").ClickAsync();
        Assert.Equal("change run-1 rate=0.001", Runs.Commands[^1]);
        Assert.Equal("This holds for your next run.", page.Find("[data-testid=live-change]").TextContent);
    }

    [Fact]
    public async Task Who_stops_a_run_that_others_watch_leaves_it_and_can_run_anew()
    {
        Runs.Shared = true;
        var page = Show();
        await page.Find("[data-testid=run]").ClickAsync();

        await page.Find("[data-testid=stop]").ClickAsync();

        Assert.Contains("goes on for the others", page.Find("[data-testid=note]").TextContent, StringComparison.Ordinal);
        Assert.False(page.Find("[data-testid=run]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_run_that_was_interrupted_is_told_to_go_on_and_the_page_begins_anew()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc") with { State = RunState.Interrupted };
        var page = Show("abc");

        await page.Find("[data-testid=continue]").ClickAsync();

        Assert.Equal("continue abc", Runs.Commands[^1]);
    }

    [Fact]
    public async Task A_double_click_starts_one_run()
    {
        var run = Show().FindComponent<RunControls>();

        await run.InvokeAsync(() => run.Instance.OnRun.InvokeAsync());
        await run.InvokeAsync(() => run.Instance.OnRun.InvokeAsync());

        Assert.Single(Runs.Started);
    }

    [Fact]
    public async Task A_refused_start_shows_its_sentence()
    {
        Runs.Refusal = new InvalidOptionsException("octaves must be 1 to 10.");
        var page = Show();

        await page.Find("[data-testid=run]").ClickAsync();

        Assert.Contains("octaves must be 1 to 10.", Problem(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=stage-canvas]"));
    }

    [Fact]
    public async Task A_network_can_forget_from_a_layer_on_beside_itself_and_keeps_the_settings()
    {
        var page = Show();
        await page.Find("button.five-octaves").ClickAsync();
        await page.Find("[data-testid=compare]").ClickAsync();

        await Forget(page, "conv1");
        Assert.EndsWith("?octaves=5&network=small-random-conv1", Navigation.Uri, StringComparison.Ordinal);
        await page.Find("[data-testid=run]").ClickAsync();

        Assert.Equal(["small", "small-random-conv1"], Runs.Started.Select(spec => spec.Network));
        Assert.All(Runs.Started, spec => Assert.Equal(5, ((DeepDreamOptions)spec.Options).Octaves));
        Assert.Contains("Small net, random from conv1 on", page.FindAll("[data-testid=choose-stage]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_numbers_follow_the_run_and_stop_asking_when_it_has_ended()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc");
        var page = Show("abc");

        Runs.Known["abc"] = Runs.Known["abc"] with { State = RunState.Completed, Step = 40, Arrays = ["image"] };
        Time.Advance(RunFollower.Pace);

        await page.WaitForAssertionAsync(() => Assert.Equal("Finished", page.Find("[data-testid=run-state]").TextContent));
        Assert.Equal("api/runs/abc/arrays/image.npy", page.Find("[data-testid=download-image]").GetAttribute("href"));
        var questions = Runs.Questions;
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(questions, Runs.Questions);
    }

    [Fact]
    public async Task Nobody_asks_how_a_run_stands_while_the_browser_is_away()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc");
        var page = Show("abc");
        await page.InvokeAsync(() => Presence.OnConnectionDownAsync(null!, default));
        var questions = Runs.Questions;

        Runs.Known["abc"] = Runs.Known["abc"] with { State = RunState.Completed, Step = 40 };
        Time.Advance(TimeSpan.FromSeconds(10));
        await page.InvokeAsync(() => Assert.Equal(questions, Runs.Questions));

        await page.InvokeAsync(() => Presence.OnConnectionUpAsync(null!, default));
        await page.WaitForAssertionAsync(() => Assert.Equal("Finished", page.Find("[data-testid=run-state]").TextContent));
    }

    [Fact]
    public void A_failed_run_shows_its_sentence()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc") with { State = RunState.Failed, Error = "The weights are damaged." };

        var page = Show("abc");

        Assert.Contains("The weights are damaged.", Problem(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_reaches_the_run_on_stage()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc");
        var page = Show("abc");

        await page.Find("[data-testid=stop]").ClickAsync();

        Assert.Equal(["cancel abc"], Runs.Commands);
    }

    [Fact]
    public async Task Stages_side_by_side_run_and_stop_together_and_share_picture_and_seed()
    {
        var page = Show();
        await page.Find("[data-testid=compare]").ClickAsync();
        await page.Find("button.five-octaves").ClickAsync();

        await page.Find("[data-testid=run]").ClickAsync();
        await page.Find("[data-testid=stop]").ClickAsync();

        Assert.Equal([4, 5], Runs.Started.Select(spec => ((DeepDreamOptions)spec.Options).Octaves));
        Assert.Single(Runs.Started.Select(spec => (spec.Image, spec.Seed)).Distinct());
        Assert.EndsWith("?run=run-1,run-2", Uri.UnescapeDataString(Navigation.Uri), StringComparison.Ordinal);
        Assert.Equal(["cancel run-1", "cancel run-2"], Runs.Commands);
    }

    private RunSpec Started() => Assert.Single(Runs.Started);
}
