using CnnVis.Core;
using CnnVis.Web.Hosting;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>
/// Controls, progress, objective and downloads. The controls act on all runs on the stages, so that they play together;
/// the numbers are those of the chosen one.
/// </summary>
public sealed partial class RunPanel
{
    private readonly Dictionary<string, RunDescription> _runs = [];
    private readonly HashSet<string> _lost = [];
    private IReadOnlyList<string> _followed = [];
    private string? _problem, _note;

    /// <summary>The run whose numbers are shown, or null before the first one.</summary>
    [Parameter]
    public string? RunId { get; set; }

    /// <summary>All runs on the stages, <see cref="RunId"/> among them; left out, it is the only one.</summary>
    [Parameter]
    public IReadOnlyList<string>? RunIds { get; set; }

    /// <summary>What the address of the saved picture says of the view of its maps.</summary>
    [Parameter]
    public string? DownloadQuery { get; set; }

    /// <summary>What else there is to set about the stages, between the controls and the numbers.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public bool CanRun { get; set; } = true;

    /// <summary>A sentence on why no run could be started.</summary>
    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public EventCallback OnRun { get; set; }

    /// <summary>The visitor does not want a run any more that goes on for others; its id.</summary>
    [Parameter]
    public EventCallback<string> OnLeave { get; set; }

    /// <summary>Puts another stage beside these; left out where there is no room for one.</summary>
    [Parameter]
    public EventCallback OnCompare { get; set; }

    /// <summary>The classes that the next run explains.</summary>
    [Parameter]
    public IReadOnlyCollection<int> Chosen { get; set; } = [];

    /// <summary>A class was chosen, or given back, among the most probable.</summary>
    [Parameter]
    public EventCallback<int> OnChoose { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitVisitor Visitor { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private IReadOnlyList<string> Followed => RunIds ?? (RunId is null ? [] : [RunId]);

    private RunDescription? Shown => RunId is not null ? _runs.GetValueOrDefault(RunId) : null;

    // Of several runs the progress is that of all: none is called finished while another goes on.
    private RunDescription Together(RunDescription shown)
    {
        var all = Followed.Select(id => _runs.GetValueOrDefault(id)).OfType<RunDescription>().ToList();
        return all.Count <= 1 ? shown : shown with
        {
            State = State ?? shown.State,
            Step = all.Sum(run => run.Step),
            Total = all.Sum(run => run.Total),
            StepsPerSecond = all.Sum(run => run.State.IsActive() ? run.StepsPerSecond : 0),
        };
    }

    private string? Failure => L.Tell(Followed.Select(id => _runs.GetValueOrDefault(id)?.Error).FirstOrDefault(error => error is not null));

    // Together they are paused only if none goes on.
    private RunState? State
    {
        get
        {
            var states = Followed.Where(id => !_lost.Contains(id))
                .Select(id => _runs.TryGetValue(id, out var run) ? run.State : RunState.Queued).ToList();
            RunState[] first = [RunState.Running, RunState.Queued, RunState.Paused, .. states];
            return states.Count == 0 ? null : first.First(states.Contains);
        }
    }

    // An answer about runs that left the stages is forgotten with them.
    protected override void OnParametersSet()
    {
        if (Followed.Any(id => !_followed.Contains(id)))
        {
            (_problem, _note) = (null, null);
        }

        _followed = [.. Followed];
        foreach (var id in _runs.Keys.Where(id => !Followed.Contains(id)).ToList())
        {
            _runs.Remove(id);
        }
    }

    private void Show(RunDescription run) => _runs[run.Id] = run;

    private void Lose(string id, string sentence)
    {
        _lost.Add(id);
        _problem = sentence;
    }

    // The page begins anew, for all that followed the run had come to its end.
    private async Task Continue()
    {
        await Tell(id => Runs.Continue(id, visitor: Visitor.Id));
        if (_problem is null)
        {
            Navigation.Refresh(forceReload: true);
        }
    }

    private async Task Stop(string id)
    {
        if (!Runs.Cancel(id, Visitor.Id))
        {
            _lost.Add(id);
            _note = L["You have left this run. It goes on for the others who asked for it."];
            await OnLeave.InvokeAsync(id);
        }
    }

    private Task Tell(Action<string> command) => Tell(id =>
    {
        command(id);
        return Task.CompletedTask;
    });

    // What is said stays until the next command, or until there are other runs.
    private async Task Tell(Func<string, Task> command)
    {
        (_problem, _note) = (null, null);
        foreach (var id in Followed.Where(id => !_lost.Contains(id)).ToList())
        {
            try
            {
                await command(id);
                if (!_lost.Contains(id))
                {
                    Show(Runs.Describe(id));
                }
            }
            catch (UnknownThingException lost)
            {
                Lose(id, L.Tell(lost));
            }
            catch (CnnVisException problem)
            {
                _problem = L.Tell(problem);
            }
        }
    }
}
