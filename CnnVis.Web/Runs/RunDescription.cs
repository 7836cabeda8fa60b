using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>The state of a run as anyone may see it.</summary>
/// <param name="Curves">Each named number as the steps that told it found it, such as <c>objective</c> at steps 1, 2, 3 ….</param>
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
    IReadOnlyDictionary<string, IReadOnlyList<double>> Curves,
    IReadOnlyList<string> Arrays,
    Sentence? Error)
{
    /// <summary>What the network says about the start picture, the most probable first; empty where nobody asked it.</summary>
    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>Who asked for it first, or null where nobody is known.</summary>
    public string? Maker { get; init; }

    /// <summary>When it is to be deleted, or null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether its maker wants it kept however old it becomes.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether its maker wants it on the wall for everybody.</summary>
    public bool IsPublic { get; init; }

    /// <summary>When it was written down that it began, or null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was written down that it ended, or null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where it stands among those that wait, or null if it does not wait.</summary>
    public WaitingPlace? Place { get; init; }

    /// <summary>Why not all of it could be written down, in a sentence; it is lost when the server stops.</summary>
    public string? Unsaved { get; init; }

    /// <summary>The steps whose frames the run keeps, in order.</summary>
    public IReadOnlyList<int> Kept { get; init; } = [];

    /// <summary>The values of a named number, or none.</summary>
    public IReadOnlyList<double> Curve(string name) => Curves.GetValueOrDefault(name) ?? [];

    /// <summary>How long the rest will take at the present speed, or null while nobody knows: before the second step, paused or ended.</summary>
    public TimeSpan? TimeLeft => TimeFor(State, Total - Step, StepsPerSecond);

    internal static TimeSpan? TimeFor(RunState state, int steps, double stepsPerSecond) =>
        stepsPerSecond > 0 && state == RunState.Running ? TimeSpan.FromSeconds(steps / stepsPerSecond) : null;
}
