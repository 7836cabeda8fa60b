using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Lab;
using CnnVis.Web.Components.Playground;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components;

/// <summary>What an address says of a playground, and what a playground says in its address.</summary>
public sealed class PlaygroundOpeningTests : PlaygroundContext
{
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
}
