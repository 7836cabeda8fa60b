using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Lab;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;

namespace CnnVis.Tests.Web.Storage;

/// <summary>Entries as runs hand them in.</summary>
internal static class StoredRuns
{
    public static RunSpec Spec { get; } = new("neuron", "builtin", null, new NeuronOptions { Layer = "stage4", Size = 64 }, Seed: 5);

    public static RunDescription Run(string id, RunState state, int step = 2) => new(
        id, state, Spec, step, Total: 2, StepsPerSecond: 1,
        new Dictionary<string, IReadOnlyList<double>> { ["objective"] = [1.5, double.NaN] }, [], null);

    public static JournalEntry Entry(string id, RunState state, Frame? frame = null) =>
        new(Run(id, state, frame?.Step ?? 0), frame is null ? null : new StoredFrame(frame), [], null, _ => { });

    /// <summary>A last frame with one of everything.</summary>
    public static Frame Rich(int step = 2) => new(step, 2, Pictures.Soft(8, 6), new Dictionary<string, double> { ["objective"] = 2.5 })
    {
        Arrays = new Dictionary<string, FloatArray> { ["logits"] = new([3], [1, -2, float.MaxValue]), ["image"] = new([1, 2], [0.1f, 0.2f]) },
        Maps = [.. Enumerable.Range(0, 11).Select(i => new HeatMap($"map {i}", new([1, 2], [i, -i]), HasSign: i % 2 == 1) { Note = "a note", Class = "cat" })],
        Predictions = [new(3, "cat", 1.25, 0.5)],
        Trained = new TrainedNetwork(new GapLabOptions { Rate = 0.25 }, 4, new Dictionary<string, FloatArray> { ["conv1.weight"] = new([1, 1, 1, 2], [7, 8]) }),
    };
}
