using System.Globalization;
using CnnVis.Core;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>
/// A finished run's map under the conventions of papers and programs. Nothing is computed before it is opened. Give it
/// the run's id as its key.
/// </summary>
public sealed partial class Conventions
{
    private ConventionSet? _set;
    private string? _problem;
    private string? _title; // where the run has several maps
    private string? _twinProblem;
    private string? _seenTwin;
    private bool _open;
    private bool _twinDone;
    private int _calls;

    /// <summary>The run, best when it is finished.</summary>
    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The same run with the probability as its score, if it was started.</summary>
    [Parameter]
    public string? TwinRunId { get; set; }

    /// <summary>Asks for the same run with the probability as its score; without it, none is offered.</summary>
    [Parameter]
    public EventCallback OnTwin { get; set; }

    /// <summary>Which of the run's maps; the last one if there are fewer.</summary>
    [Parameter]
    public int Index { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (_seenTwin != TwinRunId)
        {
            (_seenTwin, _twinDone, _twinProblem) = (TwinRunId, false, null);
        }
    }

    // The browser opens and closes it, and says so each time.
    private Task ToggleAsync()
    {
        _open = !_open;
        return _open && _set is null ? MakeAsync() : Task.CompletedTask; // made once; a twin's result makes it anew
    }

    private Task TakeTwin(RunDescription twin)
    {
        _twinProblem = L.Tell(twin.Error);
        _twinDone = twin.State == RunState.Completed;
        return _twinDone ? MakeAsync() : Task.CompletedTask;
    }

    private void LoseTwin(string sentence) => _twinProblem = sentence;

    private async Task MakeAsync()
    {
        try
        {
            var (frame, twin) = (Runs.Newest(RunId), _twinDone ? Runs.Newest(TwinRunId!) : null);
            _problem = frame is not { Maps.Count: > 0 } ? L["There is no map yet: let the run make one first."].Value : null;
            if (_problem is null)
            {
                _title = frame!.Maps.Count > 1 ? frame.Maps[Math.Min(Index, frame.Maps.Count - 1)].Title : null;
                // Off the circuit's thread: sorting every pixel for each tile takes a moment.
                var call = ++_calls;
                var made = await Task.Run(() => ConventionMaker.Make(frame!, twin, Math.Min(Index, frame!.Maps.Count - 1)));
                _set = call == _calls ? made : _set; // a slow earlier call has less in it
            }
        }
        catch (UnknownThingException lost)
        {
            _problem = L.Tell(lost);
        }
    }

    private string Numbers(ConventionTile tile) => tile.Correlation is { } correlation
        ? L["rank correlation {0:0.00} · largest difference {1:0.00}", correlation, tile.Difference]
        : L["no correlation: one of them is the same everywhere · largest difference {0:0.00}", tile.Difference];
}
