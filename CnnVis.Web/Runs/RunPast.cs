using CnnVis.Core;
using CnnVis.Core.Techniques;

namespace CnnVis.Web.Runs;

/// <summary>What is left of a run that the server's end interrupted, as far as it goes on from there.</summary>
/// <param name="Maker">Who asked for it, or null where nobody is known.</param>
/// <param name="Checkpoint">Where it goes on, or null if it must begin anew.</param>
/// <param name="Frame">The frame of the checkpoint.</param>
/// <param name="Kept">The steps whose frames are kept up to there.</param>
/// <param name="Curves">What was told up to there.</param>
internal sealed record RunPast(
    string Id,
    RunSpec Spec,
    string? Maker,
    Checkpoint? Checkpoint,
    Frame? Frame,
    IReadOnlyList<int> Kept,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Curves);
