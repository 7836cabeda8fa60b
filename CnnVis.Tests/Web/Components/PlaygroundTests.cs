using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Lab;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace CnnVis.Tests.Web.Components;

public sealed class PlaygroundTests : ComponentContext
{
    public PlaygroundTests()
    {
        JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js").SetupVoid("draw", _ => true).SetVoidResult();
        RenderPopovers();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

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
    public async Task Settings_stand_in_the_address_until_there_is_a_run_and_open_the_page_again()
    {
        var page = Show();
        await page.Find("[data-testid=sample-1]").ClickAsync();
        await page.Find("[data-testid=seed]").ChangeAsync("7");
        await page.Find("button.five-octaves").ClickAsync();

        Assert.Equal(new[] { "image=cup", "octaves=5", "seed=7" }, new Uri(Navigation.Uri).Query[1..].Split('&').Order());

        var again = ShowHere();
        Assert.Equal("5 octaves for small", again.Find("button.five-octaves").TextContent);
        Assert.Equal("7", again.Find("[data-testid=seed]").GetAttribute("value"));
        Assert.Equal("true", again.Find("[data-testid=sample-1]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_teacher_makes_a_link_to_the_settings_without_what_would_distract()
    {
        var page = Show();
        await page.Find("button.five-octaves").ClickAsync();

        await page.Find("[data-testid=link-go]").ChangeAsync(true);
        await page.Find("[data-testid=leave-seed]").ChangeAsync(true);

        var link = new Uri(page.Find("[data-testid=settings-link]").GetAttribute("value")!);
        Assert.Equal(new[] { "go=1", "hide=seed", "octaves=5" }, link.Query[1..].Split('&').Order());
    }

    [Fact]
    public void What_the_address_hides_is_not_there()
    {
        var hidden = Render<CascadingValue<HiddenParts>>(parts => parts
            .Add(p => p.Value, new HiddenParts("seed,picture,settings"))
            .Add(p => p.ChildContent, builder =>
            {
                builder.OpenComponent<Hideable>(0);
                builder.AddAttribute(1, "Name", "seed");
                builder.AddAttribute(2, "ChildContent", (RenderFragment)(inner => inner.AddContent(0, "the seed")));
                builder.CloseComponent();
            }));

        Assert.Empty(hidden.Markup);
        Assert.NotEmpty(Show().FindAll("[data-testid=seed]"));
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
    public void An_address_with_a_run_shows_that_run_and_takes_over_its_settings()
    {
        var spec = new RunSpec("deepdream", "other", "cup", new DeepDreamOptions { Octaves = 3 }, 99);
        Runs.Known["abc"] = FakeRunService.Running("abc", spec);

        var page = Show("abc");

        Assert.Equal("3 octaves for other", page.Find("button.five-octaves").TextContent);
        Assert.Equal("99", page.Find("[data-testid=seed]").GetAttribute("value"));
        Assert.Equal("true", page.Find("[data-testid=sample-1]").GetAttribute("aria-pressed"));
        Assert.Equal("step 12 of 40 · 8.3 steps/s · 4 s left", page.Find("[data-testid=progress-text]").TextContent);
    }

    [Fact]
    public void An_address_that_names_a_run_twice_shows_it_once()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc");

        Assert.Single(Show("abc,abc").FindAll("[data-testid=stage-canvas]"));
    }

    [Fact]
    public void An_address_with_a_run_that_is_gone_says_so()
    {
        var page = Show("abc");

        Assert.Contains("The run in this link is gone", Problem(page), StringComparison.Ordinal);
        Assert.False(page.Find("[data-testid=run]").HasAttribute("disabled"));
    }

    [Fact]
    public void An_address_with_a_network_that_was_trained_here_puts_it_on_offer_and_chooses_it()
    {
        Trained.Known["lab-abc-3"] = new TrainedNetwork(new GapLabOptions(), 3, new Dictionary<string, FloatArray>());

        var page = Show(network: "lab-abc-3");

        Assert.Equal("4 octaves for lab-abc-3", page.Find("button.five-octaves").TextContent);
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
    public async Task An_address_with_a_network_that_forgot_shows_from_where_and_leads_back_to_the_trained_one()
    {
        var page = Show(network: "other-random-fire");
        Assert.Equal("4 octaves for other-random-fire", page.Find("button.five-octaves").TextContent);
        Assert.Equal("other-random-fire", Weights(page).Instance.Value.Id);

        await Forget(page, "");

        Assert.Equal("4 octaves for other", page.Find("button.five-octaves").TextContent);
    }

    [Fact]
    public void An_address_with_a_run_of_a_network_that_forgot_shows_from_where()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc", new RunSpec("deepdream", "small-random-conv1", "cup", new DeepDreamOptions()));

        Assert.Equal("small-random-conv1", Weights(Show("abc")).Instance.Value.Id);
    }

    [Fact]
    public void An_address_with_a_layer_to_forget_from_that_there_is_not_says_so() =>
        Assert.Contains("There is no layer \"conv9\".", Problem(Show(network: "small-random-conv9")), StringComparison.Ordinal);

    [Fact]
    public void An_address_with_a_network_whose_training_is_gone_says_what_to_do() =>
        Assert.Contains("open the lab and train it again", Problem(Show(network: "lab-abc-3")), StringComparison.Ordinal);

    [Fact]
    public void An_address_with_a_run_of_another_technique_leads_to_its_page()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc", new RunSpec("neuron", "small", null, new NeuronOptions()));

        Show("abc");

        Assert.EndsWith("/neuron?run=abc", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
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

    [Fact]
    public async Task An_address_with_two_runs_shows_both_and_each_can_be_chosen_and_removed()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc", new RunSpec("deepdream", "small", "cup", new DeepDreamOptions { Octaves = 2 }));
        Runs.Known["def"] = FakeRunService.Running("def", new RunSpec("deepdream", "other", "cup", new DeepDreamOptions { Octaves = 7 }));
        var page = Show("abc,def");

        await page.FindAll("[data-testid=choose-stage]")[1].ClickAsync();
        Assert.Equal("7 octaves for other", page.Find("button.five-octaves").TextContent);

        await page.FindAll("[data-testid=remove-stage]")[0].ClickAsync();
        Assert.Equal(["cancel abc"], Runs.Commands);
        Assert.EndsWith("?run=def", Navigation.Uri, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-testid=stage-canvas]"));
    }

    private static IRenderedComponent<RandomFrom> Weights(IRenderedComponent<Playground<DeepDreamOptions>> page) => page.FindComponent<RandomFrom>();

    private static Task Forget(IRenderedComponent<Playground<DeepDreamOptions>> page, string from) =>
        page.InvokeAsync(() => Weights(page).FindComponent<MudSelect<string>>().Instance.ValueChanged.InvokeAsync(from));

    private static string Problem(IRenderedComponent<Playground<DeepDreamOptions>> page) =>
        page.Find("[data-testid=problem]").TextContent;

    private RunSpec Started() => Assert.Single(Runs.Started);

    private IRenderedComponent<Playground<DeepDreamOptions>> Show(string? run = null, string? network = null)
    {
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("deepdream", new Dictionary<string, object?> { ["run"] = run, ["network"] = network }));
        return ShowHere();
    }

    private IRenderedComponent<Playground<DeepDreamOptions>> ShowHere() =>
        Render<Playground<DeepDreamOptions>>(with => with
            .Add(p => p.Technique, "deepdream")
            .Add(p => p.Title, "DeepDream")
            .Add(p => p.Lead, "See more.")
            .Add(p => p.Networks, [SomeNetworks.Small, SomeNetworks.Other])
            .Add(p => p.Fit, (options, network) => network.Trained is null ? options : throw new InvalidOperationException("It has all that the trained one has."))
            .Add(p => p.Editor, Editor));

    // Stands in for an options editor: one button that asks for five octaves, and one for smaller steps.
    private RenderFragment Editor(OptionsEdit<DeepDreamOptions> edit) => builder =>
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "class", "five-octaves");
        builder.AddAttribute(2, "onclick", EventCallback.Factory.Create(this,
            () => edit.Changed.InvokeAsync(edit.Options with { Octaves = 5 })));
        builder.AddContent(3, $"{edit.Options.Octaves} octaves for {edit.Network.Id}");
        builder.CloseElement();
        builder.OpenElement(4, "button");
        builder.AddAttribute(5, "class", "slower");
        builder.AddAttribute(6, "onclick", EventCallback.Factory.Create(this,
            () => edit.Changed.InvokeAsync(edit.Options with { Rate = 0.001 })));
        builder.CloseElement();
    };
}
