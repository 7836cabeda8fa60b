using CnnVis.Core;
using CnnVis.Core.Techniques.GapLab;

namespace CnnVis.Web.Runs;

/// <summary>
/// Which frames of a run are kept, beside its last one: evenly spread, so many as a timeline can show. Maps are large,
/// so fewer of them; of a training the untrained network and the end of each epoch.
/// </summary>
internal static class KeyFrames
{
    private const int Most = 64;
    private const int MostWithMaps = 16;
    private const int FramesBetweenCheckpoints = 4;

    public static bool Keeps(RunSpec spec, Frame frame) => spec.Options is GapLabOptions
        ? frame.Trained is not null
        : frame.Step % Stride(frame.Total, frame.Maps.Count > 0 ? MostWithMaps : Most) == 0;

    /// <summary>Whether this step's frame may carry a checkpoint: some of those that are kept anyway.</summary>
    public static bool MayCarryCheckpoint(RunSpec spec, int step, int total) =>
        spec.Options is GapLabOptions || step % (FramesBetweenCheckpoints * Stride(total, Most)) == 0;

    private static int Stride(int total, int most) => Math.Max(1, (total + most - 1) / most);
}
