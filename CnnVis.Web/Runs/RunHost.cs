using CnnVis.Web.Storage;

namespace CnnVis.Web.Runs;

/// <summary>What a run needs of the world around it.</summary>
/// <param name="Journal">Where it hands in what is to be kept.</param>
/// <param name="Metrics">What it counts.</param>
/// <param name="Inputs">The ids of the pictures it starts from.</param>
/// <param name="Maker">Who asked for it, or null where nobody is known.</param>
/// <param name="Schedule">Puts a run into the engine's queue.</param>
/// <param name="Ended">Called when a run has ended, before it is written down.</param>
/// <param name="Forget">Called when all of it is written down.</param>
internal sealed record RunHost(
    IRunJournal Journal,
    RunMetrics Metrics,
    IReadOnlyList<string> Inputs,
    string? Maker,
    Action<Run> Schedule,
    Action<Run> Ended,
    Action<Run> Forget)
{
    /// <summary>The least time between two checkpoints: they are large.</summary>
    public TimeSpan CheckpointPace { get; init; }

    /// <summary>Whether the maker has a class that looks on.</summary>
    public Func<bool> MakerLeads { get; init; } = () => false;
}
