using Bunit;
using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components.Layers;

public sealed class LayersPageTests : ComponentContext
{
    public LayersPageTests()
    {
        Services.AddSingleton(new NetworkCatalog());
        JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js").SetupVoid("draw", _ => true).SetVoidResult();
        JSInterop.SetupModule("./Components/Layers/NetworkMap.razor.js").SetupVoid("reveal", _ => true).SetVoidResult();
        RenderPopovers();
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void The_page_begins_with_the_network_s_own_choice_of_a_layer()
    {
        Show("layers");

        Assert.Equal(Spec(Services.GetRequiredService<NetworkCatalog>().Find("builtin").ChannelLayer, "cat"), Assert.Single(Runs.Started));
    }

    [Fact]
    public void An_address_shows_what_it_names()
    {
        var page = Show("layers?network=builtin&layer=relu2&picture=cup&order=strength");

        Assert.Equal(Spec("relu2", "cup", ChannelOrder.Strength), Assert.Single(Runs.Started));
        Assert.Equal("relu2", page.Find("[data-testid=chosen-layer]").TextContent);
        Assert.Equal("true", page.Find("[data-testid=layer-relu2]").GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Another_layer_goes_into_the_address_ends_the_run_before_and_starts_its_own()
    {
        var page = Show("layers?picture=cup");

        await page.Find("[data-testid=layer-pool1]").ClickAsync();

        Assert.EndsWith("/layers?network=builtin&layer=pool1&picture=cup", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(["cancel run-1"], Runs.Commands);
        Assert.Equal(Spec("pool1", "cup"), Runs.Started[^1]);
        Assert.Equal("pool1", page.Find("[data-testid=chosen-layer]").TextContent);
    }

    [Fact]
    public async Task Another_picture_keeps_the_layer()
    {
        var page = Show("layers?layer=relu1");

        await page.Find("[data-testid=sample-1]").ClickAsync();

        Assert.Equal(Spec("relu1", "cup"), Runs.Started[^1]);
    }

    [Theory]
    [InlineData("layers?layer=relu9", "There is no layer \"relu9\".")]
    [InlineData("layers?network=none", "There is no network \"none\".")]
    public async Task An_address_that_names_nothing_known_says_so_and_leaves_the_map_to_choose_from(string address, string sentence)
    {
        var page = Show(address);

        Assert.StartsWith(sentence, page.Find("[data-testid=problem]").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(Runs.Started);

        await page.Find("[data-testid=layer-relu1]").ClickAsync();

        Assert.Empty(page.FindAll("[data-testid=problem]"));
        Assert.Equal(Spec("relu1", "cat"), Assert.Single(Runs.Started));
    }

    [Fact]
    public void A_refused_run_shows_its_sentence()
    {
        Runs.Refusal = new InvalidOptionsException("Too many runs are waiting.");

        Assert.Contains("Too many runs are waiting.", Show("layers").Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_to_a_run_shows_what_that_run_shows()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc", Spec("relu2", "cup", ChannelOrder.Strength));

        Show("activations?run=abc");

        Assert.Equal(Spec("relu2", "cup", ChannelOrder.Strength), Assert.Single(Runs.Started));
    }

    private static RunSpec Spec(string layer, string picture, ChannelOrder order = ChannelOrder.Number) =>
        new("activations", "builtin", picture, new ActivationsOptions { Layer = layer, Order = order });

    private IRenderedComponent<LayersPage> Show(string address)
    {
        Navigation.NavigateTo(address);
        return Render<LayersPage>();
    }
}
