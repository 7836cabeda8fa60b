using CnnVis.Core;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components.Lab;

/// <summary>A training of four batches an epoch, in its third epoch.</summary>
internal static class ATraining
{
    public static GapLabOptions Options { get; } = new() { Batch = 50, TrainingPictures = 200, Epochs = 5, Pictures = [3, 4] };

    public static RunDescription Running(string id = "abc") => FakeRunService.Running(id, new RunSpec("gap-lab", null, null, Options)) with
    {
        Curves = new Dictionary<string, IReadOnlyList<double>>
        {
            ["loss"] = [2.4, 2.2, 2.1, 2, 1.8, 1.7, 1.6, 1.5, 1.4], ["accuracy"] = [0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4, 0.5],
            ["train-loss"] = [2.175, 1.65], ["train-accuracy"] = [0.15, 0.35], ["test-loss"] = [2.1, 1.7],
            ["test-accuracy"] = [0.2, 0.375], ["pointing"] = [0.5, 0.875], ["pointing-two"] = [0.25, 0.5],
        },
        Kept = [0, 30, 40],
    };
}
