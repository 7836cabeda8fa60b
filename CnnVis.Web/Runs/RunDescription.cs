using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>The state of a run as anyone may see it.</summary>
/// <param name="Objective">The objective as steps 1, 2, 3 … found it, before they changed the picture.</param>
/// <param name="StepsPerSecond">Over the time it really ran; 0 before the second step.</param>
/// <param name="Arrays">Names of the raw results; empty until it completed.</param>
/// <param name="Error">One sentence, if it failed.</param>
public sealed record RunDescription(
    string Id,
    RunState State,
    RunSpec Spec,
    int Step,
    int Total,
    double StepsPerSecond,
    IReadOnlyList<double> Objective,
    IReadOnlyList<string> Arrays,
    string? Error)
{
    /// <summary>How long the rest will take at the present speed, or null while nobody knows: before the second step, paused or ended.</summary>
    public TimeSpan? TimeLeft =>
        StepsPerSecond > 0 && State == RunState.Running ? TimeSpan.FromSeconds((Total - Step) / StepsPerSecond) : null;
}
