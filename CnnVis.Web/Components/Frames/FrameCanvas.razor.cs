using CnnVis.Core;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Frames;

/// <summary>
/// Shows a run's frames as they come. Give it the run's id as its key: it watches one run in its life. Awaiting each
/// draw is the backpressure: one frame is under way, and the next is the newest there is by then.
/// </summary>
public sealed partial class FrameCanvas : ComponentBase, IAsyncDisposable
{
    private const string Script = "Components/Frames/FrameCanvas.razor.js";

    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private ElementReference _canvas;
    private IJSObjectReference? _module;

    public FrameCanvas() => _left = _leaving.Token; // usable even after the source is disposed

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The picture's text alternative.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitPresence Presence { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    // The element belongs to the script from now on.
    protected override bool ShouldRender() => false;

    // The task lasts as long as the watch, so that an unforeseen exception reaches the page's error notice.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            while (!await WatchAsync())
            {
                await Presence.WaitForConnectionAsync(_left);
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    /// <returns>Whether the watch came to its end, rather than being cut short by a lost connection.</returns>
    private async Task<bool> WatchAsync()
    {
        using var watch = CancellationTokenSource.CreateLinkedTokenSource(_left, Presence.Connection);
        try
        {
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", watch.Token, "./" + Assets[Script]);
            await foreach (var frame in Runs.WatchAsync(RunId, watch.Token))
            {
                await DrawAsync(frame, watch.Token);
            }

            return true;
        }
        catch (OperationCanceledException) when (!_left.IsCancellationRequested)
        {
            return false;
        }
        catch (JSDisconnectedException)
        {
            return false; // the draw noticed the lost connection first
        }
        catch (UnknownThingException)
        {
            return true; // the run was let go meanwhile; what is drawn stays
        }
    }

    // However slow the way to the browser is, nothing more is sent before it has answered.
    private async Task DrawAsync(EncodedFrame frame, CancellationToken watch)
    {
        watch.ThrowIfCancellationRequested(); // the page may have been left, and the module with it, while the frame came
        await _module!.InvokeVoidAsync("draw", watch, _canvas, frame.Bytes, frame.ContentType, frame.Step);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone and took the module along.
        }
    }
}
