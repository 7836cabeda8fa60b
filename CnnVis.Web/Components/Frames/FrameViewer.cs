using CnnVis.Core;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Frames;

/// <summary>
/// Shows a run's frames as they come, each in its own way. Give it the run's id as its key: it watches one run in its
/// life. Awaiting each draw is the backpressure: one frame is under way, and the next is the newest there is by then.
/// </summary>
public abstract class FrameViewer : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private readonly CancellationToken _left;
    private EncodedFrame? _newest;
    private (int? Kept, EncodedFrame? Live) _shown;
    private bool _showing;

    protected FrameViewer() => _left = _leaving.Token; // usable even after the source is disposed

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The step of a frame that the run keeps, to be shown instead of the newest; null for the newest.</summary>
    [Parameter]
    public int? KeptStep { get; set; }

    /// <summary>Whether what is shown stays, whatever comes.</summary>
    [Parameter]
    public bool Holds { get; set; }

    /// <summary>The picture's text alternative.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitPresence Presence { get; set; } = default!;

    [Inject]
    private CircuitVisitor Visitor { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>The script's module, such as <c>Components/Frames/FrameCanvas.razor.js</c>.</summary>
    protected abstract string Script { get; }

    /// <summary>The script, or null until it is loaded.</summary>
    protected IJSObjectReference? Module { get; private set; }

    /// <summary>Shows one frame and completes when the browser has drawn it and wants another.</summary>
    /// <param name="live">Whether the frame is there because the run goes on, and not because somebody asked for it.</param>
    protected abstract Task DrawAsync(IJSObjectReference module, EncodedFrame frame, bool live, CancellationToken watch);

    /// <summary>No newer frame will come.</summary>
    protected virtual void End()
    {
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Module is null || _newest is null)
        {
            return;
        }

        try
        {
            await ShowAsync(_left);
        }
        catch (Exception e) when (e is OperationCanceledException or JSDisconnectedException or CnnVisException)
        {
            // The page or the run is gone, or cannot be read; what is drawn stays.
        }
    }

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

            End();
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
            Module ??= await Js.InvokeAsync<IJSObjectReference>("import", watch.Token, "./" + Assets[Script]);
            await foreach (var frame in Runs.WatchAsync(RunId, watch.Token, Visitor.Id))
            {
                // The page may have been left, and the module with it, while the frame came. However slow the way to
                // the browser is, nothing more is sent before it has answered.
                watch.Token.ThrowIfCancellationRequested();
                _newest = frame;
                await ShowAsync(watch.Token);
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
        catch (CnnVisException)
        {
            return true; // the run was let go meanwhile, or cannot be read: who follows its numbers says so, and what is drawn stays
        }
    }

    // One drawing at a time: whoever is at it goes on until what is wanted is shown.
    private async Task ShowAsync(CancellationToken watch)
    {
        if (_showing)
        {
            return;
        }

        _showing = true;
        try
        {
            while (Wanted is var wanted && wanted != _shown)
            {
                var frame = wanted.Live ?? await Runs.EncodedAtAsync(RunId, wanted.Kept!.Value);
                await DrawAsync(Module!, frame, wanted.Live is { } live && live.Step < live.Total, watch);
                _shown = wanted;
            }
        }
        finally
        {
            _showing = false;
        }
    }

    private (int? Kept, EncodedFrame? Live) Wanted =>
        Holds && _shown != default ? _shown : KeptStep is { } step ? (step, null) : (null, _newest);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        await Module.LetGoAsync();

        GC.SuppressFinalize(this);
    }
}
