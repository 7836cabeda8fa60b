using System.Globalization;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CnnVis.Web.Components.Playground;

/// <summary>
/// Scrubs and replays one run; give it the run's id as its key. A run that was done when the timeline came is replayed
/// once, unless <see cref="Replays"/> or the visitor's wish for less motion says otherwise.
/// </summary>
public sealed partial class Timeline : IDisposable
{
    internal static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(80);

    private const int MostThumbnails = 10;

    // The same arrow, the other way round.
    private const string ReverseIcon = "<path d=\"M0 0h24v24H0z\" fill=\"none\"/><path d=\"M16 6.82v10.36c0 .79-.87 1.27-1.54.84l-8.14-5.18a1 1 0 0 1 0-1.69l8.14-5.17c.67-.43 1.54.05 1.54.84z\"/>";

    private RunDescription? _run;
    private CancellationTokenSource? _playing;
    private bool _loop;

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The step that is shown, or null for the newest.</summary>
    [Parameter]
    public int? Step { get; set; }

    [Parameter]
    public EventCallback<int?> StepChanged { get; set; }

    /// <summary>Whether a run that is done is replayed at once.</summary>
    [Parameter]
    public bool Replays { get; set; } = true;

    /// <summary>The next run is to start from the frame of this step; left out where frames are no start.</summary>
    [Parameter]
    public EventCallback<int> OnFork { get; set; }

    /// <summary>What else can be done with the frames.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Js { get; set; } = default!;

    /// <summary>1 while it plays, -1 while it plays backwards, 0 while it stands.</summary>
    private int Playing { get; set; }

    private IReadOnlyList<int> Steps => _run?.Kept ?? [];

    private int Place => Step is { } step ? Math.Max(Steps.ToList().IndexOf(step), 0) : Steps.Count - 1;

    private IEnumerable<int> Thumbnails => Steps.Count <= MostThumbnails
        ? Steps
        : Enumerable.Range(0, MostThumbnails).Select(i => Steps[i * (Steps.Count - 1) / (MostThumbnails - 1)]);

    private string Words => Step is { } step
        ? L["step {0} of {1}", step, _run?.Total ?? 0]
        : _run?.State.IsActive() == true ? L["live"] : L["result"];

    private async Task Take(RunDescription run)
    {
        // Decided before anything is shown: who has begun to scrub is not overrun by a replay.
        var replays = _run is null && Replays && !run.State.IsActive() && run.Kept.Count > 2 && !await IsMotionReducedAsync();
        _run = run;
        if (replays)
        {
            await ShowAsync(Steps[0]);
            Toggle(1);
        }
    }

    private async Task<bool> IsMotionReducedAsync()
    {
        try
        {
            await using var module = await Js.InvokeAsync<IJSObjectReference>("import", "./" + Assets["motion.js"]);
            return await module.InvokeAsync<bool>("isReduced");
        }
        catch (JSDisconnectedException)
        {
            return true; // nobody looks
        }
    }

    private async Task Scrub(ChangeEventArgs change)
    {
        Stop();
        if (int.TryParse(change.Value as string, CultureInfo.InvariantCulture, out var place) && Steps.Count > 0)
        {
            await ShowAsync(place >= Steps.Count - 1 ? null : Steps[Math.Max(place, 0)]);
        }
    }

    private void Toggle(int direction)
    {
        var stops = Playing == direction;
        Stop();
        if (!stops)
        {
            Playing = direction;
            _playing = new CancellationTokenSource();
            _ = PlayAsync(direction, _playing.Token);
        }
    }

    private async Task PlayAsync(int direction, CancellationToken stopped)
    {
        try
        {
            using var timer = new PeriodicTimer(Pace, Time);
            // At its end it begins again from the other one.
            var place = direction > 0 && Step is null ? -1 : Place;
            while (await timer.WaitForNextTickAsync(stopped))
            {
                place += direction;
                if (place < 0 || place >= Steps.Count)
                {
                    if (!_loop)
                    {
                        break;
                    }

                    place = direction > 0 ? 0 : Steps.Count - 1;
                }

                await ShowAsync(place == Steps.Count - 1 ? null : Steps[place]);
            }

            Stop();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // Somebody took the slider, or left.
        }
    }

    private void Stop()
    {
        _playing?.Cancel();
        _playing?.Dispose();
        (_playing, Playing) = (null, 0);
    }

    private async Task ShowAsync(int? step)
    {
        Step = step;
        await StepChanged.InvokeAsync(step);
    }

    public void Dispose() => Stop();
}
