using CnnVis.Core;
using CnnVis.Web.Hosting;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Components.Playground;

/// <summary>
/// Tells how a run stands, five times a second while it is active and something changed, and the browser is there to be
/// told. It renders nothing, so that only what shows the numbers is drawn again. Give it the run's id as its key.
/// </summary>
public sealed class RunFollower : ComponentBase, IDisposable
{
    internal static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _leaving = new();

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>How often the run is looked at.</summary>
    [Parameter]
    public TimeSpan Every { get; set; } = Pace;

    [Parameter]
    public EventCallback<RunDescription> Changed { get; set; }

    /// <summary>The run does not exist any more, or cannot be read; a sentence.</summary>
    [Parameter]
    public EventCallback<string> Lost { get; set; }

    [Inject]
    private IStringLocalizer<Words> L { get; set; } = default!;

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitPresence Presence { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override bool ShouldRender() => false;

    // The task lasts as long as the run, so that an unforeseen exception reaches the page's error notice.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        try
        {
            await FollowAsync(_leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page was left, or shows another run.
        }
        catch (CnnVisException lost)
        {
            await Lost.InvokeAsync(L.Tell(lost));
        }
    }

    private async Task FollowAsync(CancellationToken leaving)
    {
        using var timer = new PeriodicTimer(Every, Time);
        var run = Runs.Describe(RunId);
        await Changed.InvokeAsync(run);
        while (run.State.IsActive())
        {
            await timer.WaitForNextTickAsync(leaving);
            await Presence.WaitForConnectionAsync(leaving); // a server that stops has lost every browser before it lets its store go
            var told = (run.State, run.Step, run.Place);
            run = Runs.Describe(RunId);
            if (told != (run.State, run.Step, run.Place))
            {
                await Changed.InvokeAsync(run);
            }
        }
    }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }
}
