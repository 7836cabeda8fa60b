using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Lab;

/// <summary>A training's maps, controls, curves and epochs, and what can be done with its networks.</summary>
public sealed partial class LabResults
{
    private const string Technique = "gap-lab";

    // So that the classes' strengths compare, as their logits do.
    private static readonly MapView OneScale = new() { CommonScale = true };
    private RunDescription? _run;
    private MapSet _maps = new(0, HasSign: false);
    private FloatArray? _confusion;
    private int? _epoch;
    private string? _shown;

    /// <summary>The training, or null before the first.</summary>
    [Parameter]
    public string? RunId { get; set; }

    [Parameter]
    public bool CanRun { get; set; } = true;

    /// <summary>A sentence on why no training could be started or found.</summary>
    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public EventCallback OnRun { get; set; }

    /// <summary>What is said before the first training.</summary>
    [Parameter]
    public string Empty { get; set; } = "";

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private MapViewMemory Memory { get; set; } = default!;

    private MapView View => Memory.Of(Technique, OneScale);

    private GapLabOptions? Options => _run?.Spec.Options as GapLabOptions;

    private DataSetInfo? Data => Options is { } options ? DataSetInfo.Find(options.Data) : null;

    private int? KeptStep => _epoch is { } epoch && epoch < _run?.Kept.Count ? _run.Kept[epoch] : null;

    // The epoch that is looked at, or the last one that has ended.
    private int Epoch => _epoch ?? Math.Max((_run?.Kept.Count ?? 0) - 1, 0);

    // A few pictures make tiles, many make strips.
    private (int, int) Rows => (Options?.Pictures.Count ?? GapLabOptions.MostPictures) switch { 1 => (5, 3), 2 => (4, 2), 3 => (3, 1), _ => (2, 1) };

    protected override void OnParametersSet()
    {
        if (_shown != RunId)
        {
            (_shown, _run, _confusion, _epoch) = (RunId, null, null, null);
        }
    }

    private void Show(RunDescription run)
    {
        _run = run;
        if (run.State == RunState.Completed && Runs.Newest(run.Id)?.Arrays.GetValueOrDefault("confusion") is { } confusion)
        {
            _confusion = confusion;
        }
    }
}
