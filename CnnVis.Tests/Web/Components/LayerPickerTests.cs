using Bunit;
using CnnVis.Web.Components.Playground;
using MudBlazor;

namespace CnnVis.Tests.Web.Components;

public sealed class LayerPickerTests : ComponentContext
{
    private readonly IRenderedComponent<MudPopoverProvider> _popovers;
    private readonly IRenderedComponent<LayerPicker> _picker;
    private string? _chosen;

    public LayerPickerTests()
    {
        _popovers = RenderPopovers();
        _picker = Render<LayerPicker>(with => with
            .Add(p => p.Network, SomeNetworks.Small)
            .Add(p => p.Value, "fire")
            .Add(p => p.ValueChanged, layer => _chosen = layer));
    }

    [Fact]
    public async Task All_layers_are_listed_in_forward_order_with_their_shapes()
    {
        await _picker.Find("input").KeyDownAsync("ArrowDown");

        await _popovers.WaitForAssertionAsync(() => Assert.Equal(
            [
                "conv1 convolution · 8 × 32 × 32", "relu1 ReLU · 8 × 32 × 32",
                "pool1 max pooling · 8 × 16 × 16", "fire concatenation · 16 × 16 × 16",
            ],
            Listed()));
    }

    [Fact]
    public async Task Typing_finds_layers_by_kind_too()
    {
        await _picker.Find("input").KeyDownAsync("ArrowDown");
        await _picker.Find("input").InputAsync("relu");
        Time.Advance(TimeSpan.FromSeconds(1));

        await _popovers.WaitForAssertionAsync(() => Assert.Equal(["relu1 ReLU · 8 × 32 × 32"], Listed()));
    }

    [Fact]
    public async Task A_clicked_layer_is_chosen()
    {
        await _picker.Find("input").KeyDownAsync("ArrowDown");
        await _popovers.WaitForElementsAsync(".mud-list-item", 4);

        await _popovers.FindAll(".mud-list-item")[0].ClickAsync();

        Assert.Equal("conv1", _chosen);
    }

    private IEnumerable<string> Listed() => _popovers.FindAll(".mud-list-item")
        .Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
