using CnnVis.Core;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>Controls, progress, objective and downloads of the run on stage.</summary>
public sealed partial class RunPanel
{
    private RunDescription? _run;
    private string? _problem;
    private string? _lost;

    /// <summary>The run on stage, or null before the first one.</summary>
    [Parameter]
    public string? RunId { get; set; }

    [Parameter]
    public bool CanRun { get; set; } = true;

    /// <summary>A sentence on why no run could be started.</summary>
    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public EventCallback OnRun { get; set; }

    /// <summary>Whether the technique lays maps over the picture: then there is a curve only if the run tells an objective.</summary>
    [Parameter]
    public bool ShowsMaps { get; set; }

    /// <summary>The classes that the next run explains.</summary>
    [Parameter]
    public IReadOnlyCollection<int> Chosen { get; set; } = [];

    /// <summary>A class was chosen, or given back, among the most probable.</summary>
    [Parameter]
    public EventCallback<int> OnChoose { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    // An answer about the run before is not the present one's.
    private RunDescription? Shown => _run?.Id == RunId ? _run : null;

    private RunState? State => RunId is null || _lost == RunId ? null : Shown?.State ?? RunState.Queued;

    private void Show(RunDescription run) => (_run, _problem) = (run, null);

    private void Lose(string sentence) => (_lost, _problem) = (RunId, sentence);

    private void Tell(Action<string> command)
    {
        try
        {
            command(RunId!);
            Show(Runs.Describe(RunId!));
        }
        catch (UnknownThingException lost)
        {
            Lose(lost.Message);
        }
    }
}
