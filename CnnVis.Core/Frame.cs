using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Core;

/// <summary>What a technique shows after one step. It holds managed memory only, never a tensor.</summary>
/// <param name="Step">The number of steps done: 0 is the start picture.</param>
/// <param name="Total">The number of steps the run will do.</param>
/// <param name="Picture">The picture after this step.</param>
/// <param name="Scalars">Named numbers, such as <c>objective</c>.</param>
public sealed record Frame(int Step, int Total, Picture Picture, IReadOnlyDictionary<string, double> Scalars)
{
    /// <summary>Raw results by name; filled on the last frame. <c>image</c> is [3, height, width] in 0..1.</summary>
    public IReadOnlyDictionary<string, FloatArray> Arrays { get; init; } = new Dictionary<string, FloatArray>();

    /// <summary>Maps that lie over the picture, as far as they are computed; none where the picture is the result.</summary>
    public IReadOnlyList<HeatMap> Maps { get; init; } = [];

    /// <summary>What the network says about the start picture, the most probable first; empty where nobody asked it.</summary>
    public IReadOnlyList<Prediction> Predictions { get; init; } = [];

    /// <summary>The network as it was after this step, where one is being trained and an epoch has just ended; a run keeps such frames.</summary>
    public TrainedNetwork? Trained { get; init; }

    /// <summary>How to go on from here, where it was asked for: see <see cref="TechniqueInput.Checkpoints"/>.</summary>
    public Checkpoint? Checkpoint { get; init; }
}
