using Bunit;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Web.Components.Layers;

namespace CnnVis.Tests.Web.Components.Layers;

public sealed class NetworkMapTests : ComponentContext
{
    private readonly JSRuntimeInvocationHandler _reveal;

    public NetworkMapTests() =>
        _reveal = JSInterop.SetupModule("./Components/Layers/NetworkMap.razor.js").SetupVoid("reveal", _ => true).SetVoidResult();

    [Fact]
    public void Each_layer_is_a_button_with_its_name_kind_shape_and_receptive_field()
    {
        var map = Show(SomeNetworks.Small);

        var pool = map.Find("[data-testid=layer-pool1]");
        Assert.Equal("BUTTON", pool.TagName);
        Assert.Equal(["pool1", "max pooling", "8 × 16 × 16", "sees 4 px"], pool.Children.Select(part => part.TextContent.Replace('\u200a', ' ')));
        Assert.Equal(4, map.FindAll("button").Count);
    }

    [Fact]
    public async Task A_click_chooses_a_layer()
    {
        string? chosen = null;
        var map = Show(SomeNetworks.Small, choose: layer => chosen = layer);

        await map.Find("[data-testid=layer-relu1]").ClickAsync();

        Assert.Equal("relu1", chosen);
    }

    [Fact]
    public void Only_the_chosen_layer_is_marked_and_the_map_begins_there()
    {
        var map = Show(SomeNetworks.Small, "conv1");

        Assert.Equal("layer-conv1", Assert.Single(map.FindAll("[aria-current=true]")).GetAttribute("data-testid"));
        Assert.Single(_reveal.Invocations);
    }

    [Fact]
    public void A_block_has_its_name_once_and_says_what_it_reads_from_afar()
    {
        var map = Show(new("blocks", "Blocks", "For tests.", 8, new(
        [
            new("stem", new Relu(), ["input"]),
            new("one.a", new Relu(), ["stem"]),
            new("one.b", new Relu(), ["one.a"]),
            new("two.a", new Concatenation(), ["one.b", "stem"]),
            new("two.b", new Relu(), ["two.a"]),
        ]), "stem", "stem", 8, ["a", "b"]));

        Assert.Equal(["one", "two"], map.FindAll("h3").Select(heading => heading.TextContent));
        Assert.Equal(["stem", "a", "b", "a", "b"], map.FindAll("button strong").Select(name => name.TextContent));
        Assert.Contains("also from stem", Assert.Single(map.FindAll(".block p")).TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<NetworkMap> Show(NetworkInfo network, string? selected = null, Action<string>? choose = null) =>
        Render<NetworkMap>(with => with
            .Add(m => m.Network, network).Add(m => m.Selected, selected).Add(m => m.SelectedChanged, choose ?? (_ => { })));
}
