using Bunit;
using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components;

public sealed class NeuronPageTests : ComponentContext
{
    public NeuronPageTests()
    {
        Services.AddSingleton(new NetworkCatalog());
        JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js").SetupVoid("draw", _ => true).SetVoidResult();
        RenderPopovers();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void An_address_with_a_channel_and_a_start_runs_at_once_and_then_names_only_the_run()
    {
        Show("neuron?network=builtin&layer=relu2&channel=7&go=1");

        Assert.Equal(
            new RunSpec("neuron", "builtin", null, new NeuronOptions { Layer = "relu2", Channel = 7 }),
            Assert.Single(Runs.Started));
        Assert.EndsWith("/neuron?run=run-1", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_start_it_only_sets_the_page()
    {
        var page = Show("neuron?layer=relu2&channel=7");

        Assert.Empty(Runs.Started);
        Assert.Equal("7", page.Find("[data-testid=channel]").GetAttribute("value"));
    }

    [Fact]
    public void A_run_in_the_address_outweighs_the_rest()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc", new RunSpec("neuron", "builtin", null, new NeuronOptions { Layer = "relu1", Channel = 3 }));

        var page = Show("neuron?layer=relu2&channel=7&go=1&run=abc");

        Assert.Empty(Runs.Started);
        Assert.Equal("3", page.Find("[data-testid=channel]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("layer=relu9&channel=1", "There is no layer \"relu9\".")]
    [InlineData("layer=relu1&channel=900", "There is no channel \"900\".")]
    [InlineData("layer=relu1&channel=many", "The address says channel=many, and that is no value for it.")]
    [InlineData("network=none&layer=relu1", "There is no network \"none\".")]
    public void What_does_not_exist_is_said_and_nothing_runs(string query, string sentence)
    {
        var page = Show($"neuron?{query}&go=1");

        Assert.StartsWith(sentence, page.Find("[data-testid=problem]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(Runs.Started);
    }

    private IRenderedComponent<NeuronPage> Show(string address)
    {
        Navigation.NavigateTo(address);
        return Render<NeuronPage>();
    }
}
