using CnnVis.Core.Networks;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Layers;

/// <summary>The network drawn as its graph, block by block; a click chooses a layer. Give it the network's id as its key.</summary>
public sealed partial class NetworkMap
{
    private const string Script = "Components/Layers/NetworkMap.razor.js";

    private IReadOnlyList<NetworkBlock> _blocks = [];
    private IReadOnlyDictionary<string, Layer> _layers = new Dictionary<string, Layer>();
    private IReadOnlyDictionary<string, ReceptiveField> _fields = new Dictionary<string, ReceptiveField>();
    private ElementReference _map;

    [Parameter, EditorRequired]
    public required NetworkInfo Network { get; set; }

    /// <summary>The chosen layer's id.</summary>
    [Parameter]
    public string? Selected { get; set; }

    [Parameter]
    public EventCallback<string> SelectedChanged { get; set; }

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    protected override void OnInitialized()
    {
        _blocks = NetworkBlocks.Of(Network.Graph);
        _layers = Network.Layers.ToDictionary(layer => layer.Id);
        _fields = ReceptiveField.Of(Network.Graph);
    }

    // A link may lead deep into the network: there the map begins.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets[Script]);
            await module.InvokeVoidAsync("reveal", _map);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone: there is nothing to show any more.
        }
    }
}
