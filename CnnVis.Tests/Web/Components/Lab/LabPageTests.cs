using Bunit;
using CnnVis.Core;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class LabPageTests : ComponentContext
{
    public LabPageTests()
    {
        JSInterop.SetupModule("./Components/Frames/MapCanvas.razor.js");
        JSInterop.SetupModule("./Components/Lab/DrawingPad.razor.js").SetupVoid("attach", _ => true).SetVoidResult();
        RenderPopovers();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public async Task Run_trains_what_was_chosen_and_puts_the_training_into_the_address()
    {
        var page = Render<LabPage>();
        await page.Find("[data-testid=epochs]").ChangeAsync("3");
        await page.Find("[data-testid=width-1]").ChangeAsync("24");
        await page.Find("[data-testid=add-layer]").ClickAsync();
        await page.Find("[data-testid=augment-on]").ChangeAsync(true);
        await page.Find("[data-testid=test-picture-3]").ClickAsync();
        await page.Find("[data-testid=seed]").ChangeAsync("7");

        await page.Find("[data-testid=run]").ClickAsync();

        var expected = GapLabPresets.Shapes.Options with { Epochs = 3, Widths = [16, 24, 32, 32], Augment = true, Pictures = [4, 9, 1000, 1001, 1002] };
        Assert.Equal(new RunSpec("gap-lab", null, null, expected, 7), Assert.Single(Runs.Started));
        Assert.EndsWith("?run=run-1", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_shows_its_training_and_takes_over_its_settings()
    {
        Runs.Known["abc"] = ATraining.Running();

        var page = Open("abc");

        Assert.Equal("5", page.Find("[data-testid=epochs]").GetAttribute("value"));
        Assert.Equal(2, page.FindAll("[data-testid=test-pictures] [aria-pressed=true]").Count);
        Assert.NotNull(page.Find("[data-testid=map-canvas]"));
    }

    [Fact]
    public void A_link_whose_training_is_gone_says_so() => Assert.Contains(
        "The training in this link is gone", Open("abc").Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_link_to_a_run_of_another_technique_leads_to_its_page()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc", new RunSpec("neuron", "small", null, new NeuronOptions()));

        Open("abc");

        Assert.EndsWith("/neuron?run=abc", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_data_nothing_can_be_trained_and_the_page_says_how_to_get_it()
    {
        DataSets.Missing["shapes"] = FakeDataSetService.Gone(DataSetInfo.Shapes);

        var page = Render<LabPage>();

        Assert.True(page.Find("[data-testid=run]").HasAttribute("disabled"));
        Assert.Contains("is not here: install it.", page.Find("[data-testid=missing-data]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=test-pictures]"));
    }

    private IRenderedComponent<LabPage> Open(string run)
    {
        Navigation.NavigateTo($"lab?run={run}");
        return Render<LabPage>();
    }
}
