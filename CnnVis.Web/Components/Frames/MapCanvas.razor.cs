using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Frames;

/// <summary>
/// Shows a run's maps over its picture, a tile each, as they come; before the first map, the bare picture. The browser
/// has the raw numbers: it colours them, and tells the one under the pointer, without asking.
/// </summary>
public sealed partial class MapCanvas
{
    private ElementReference _root;
    private IReadOnlyList<EncodedMap> _maps = [];
    private IReadOnlyList<MapTile> _tiles = [];
    private MapView _drawn = new();
    private MapSet? _told;
    private bool _attached, _ended;
    private int _order;
    private TaskCompletionSource _rendered = new();

    /// <summary>How the maps are looked at; a change is seen at once.</summary>
    [Parameter]
    public MapView View { get; set; } = new();

    /// <summary>The objects whose places in the picture are known.</summary>
    [Parameter]
    public IReadOnlyList<SeenObject> Objects { get; set; } = [];

    /// <summary>Whether a map that has nothing to show says so; where maps come and go all the time it would only flicker.</summary>
    [Parameter]
    public bool TellsNothing { get; set; } = true;

    /// <summary>How many stand in a row, and how many on a phone; left out, as suits their number.</summary>
    [Parameter]
    public (int Wide, int Narrow)? Rows { get; set; }

    /// <summary>Tells how many maps there are when that changes.</summary>
    [Parameter]
    public EventCallback<MapSet> OnMaps { get; set; }

    protected override string Script => "Components/Frames/MapCanvas.razor.js";

    private (int Wide, int Narrow) Columns => Rows
        ?? (PictureSheet.Columns(_tiles.Count), Math.Min(PictureSheet.Columns(_tiles.Count), 2));

    protected override async Task OnParametersSetAsync()
    {
        if (_drawn != View)
        {
            (_drawn, _tiles) = (View, TilesOf(_maps));
            if (Module is not null && _attached)
            {
                await LookAsync(Module);
            }
        }

        await base.OnParametersSetAsync();
    }

    protected override void End()
    {
        _ended = true;
        StateHasChanged();
    }

    // Only of a map that stays it is told what it shows: the words are read once, and not at each step.
    private bool IsStill => _ended || KeptStep is not null;

    private string NameOf(int tile) => IsStill && tile < _maps.Count
        ? PictureWords.Of(L, _maps[tile].Title, _maps[tile].Numbers, _maps[tile].HasSign && !View.Relu)
        : L["Heat map: {0}", L[_tiles[tile].Title].Value];

    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        _rendered.TrySetResult();
        return base.OnAfterRenderAsync(firstRender);
    }

    protected override async Task DrawAsync(IJSObjectReference module, EncodedFrame frame, bool live, CancellationToken watch)
    {
        if (!_attached)
        {
            await module.InvokeVoidAsync("attach", watch, _root, MapLook.Table.All);
            _attached = true;
        }

        await LayOutAsync(frame.Maps, watch);
        if (IsStill)
        {
            StateHasChanged(); // for what the pictures are called
        }

        await module.InvokeVoidAsync(
            "draw", watch, _root, frame.Bytes, frame.ContentType, frame.Step, frame.Maps, MapLook.Of(View), ++_order, live);
    }

    // The script draws into what is there: tiles whose words or number changed are put into the page first.
    private async Task LayOutAsync(IReadOnlyList<EncodedMap> maps, CancellationToken watch)
    {
        var tiles = TilesOf(maps);
        _maps = maps;
        if (tiles.SequenceEqual(_tiles))
        {
            return;
        }

        (_tiles, _rendered) = (tiles, new TaskCompletionSource());
        StateHasChanged();
        await _rendered.Task.WaitAsync(watch);
        var set = new MapSet(maps.Count, maps.Any(map => map.HasSign), Objects.Count > 0);
        if (_told != set)
        {
            await OnMaps.InvokeAsync(_told = set);
        }
    }

    private List<MapTile> TilesOf(IReadOnlyList<EncodedMap> maps) => [.. maps.Select(map => MapTile.Of(map, View, Objects, TellsNothing))];

    private async Task LookAsync(IJSObjectReference module)
    {
        try
        {
            await module.InvokeVoidAsync("look", _root, MapLook.Of(View));
        }
        catch (JSDisconnectedException)
        {
            // The next frame, or the page anew, comes with the view.
        }
    }
}
