using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques;

/// <summary>What holds for every technique.</summary>
public sealed class TechniqueTests : IDisposable
{
    // Short runs; one line for each technique.
    private static readonly Dictionary<string, TechniqueOptions> Short = new()
    {
        ["deepdream"] = new DeepDreamOptions { Steps = 3, Octaves = 2, OctaveScale = 1.2, Jitter = 5, Guide = "guide", Zoom = 1, ZoomSteps = 1 },
        ["neuron"] = new NeuronOptions { Steps = 5, Size = 16, Batch = 2, Diversity = 1, Blur = 1, L1 = 1 },
        ["saliency"] = new SaliencyOptions { Method = SaliencyMethod.IntegratedGradients, Steps = 5 },
        ["gap"] = new GapOptions(),
        ["grad-cam"] = new GradCamOptions(),
        ["activations"] = new ActivationsOptions(),
        ["gap-lab"] = new GapLabOptions { TrainingPictures = 100, Batch = 50, Epochs = 1, Widths = [4, 8], Pictures = [0, 1] },
        ["content"] = new ContentOptions { Steps = 5, Size = 16, Layers = ["relu1", "both"] },
    };

    private readonly Network _network = TinyNetwork.Create();
    private readonly DataSetCatalog _dataSets = new();

    public static TheoryData<string> Ids => [.. TechniqueCatalog.All.Select(technique => technique.Id)];

    public void Dispose() => _network.Dispose();

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_same_seed_gives_the_same_frames_bit_for_bit(string id)
    {
        var first = Frames(id, seed: 5).ToList();
        var second = Frames(id, seed: 5).ToList();
        var other = Frames(id, seed: 6).Last();

        Assert.Equal(first.Select(frame => frame.Picture.Rgb), second.Select(frame => frame.Picture.Rgb));
        Assert.Equal(first[^1].Arrays["image"].Values, second[^1].Arrays["image"].Values);
        Assert.Equal(!Grows(id), first[^1].Picture.Rgb.SequenceEqual(other.Picture.Rgb)); // nothing else is left to chance
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Steps_count_up_from_the_start_picture_to_the_total(string id)
    {
        var frames = Frames(id).ToList();

        Assert.Equal(Enumerable.Range(0, frames.Count), frames.Select(frame => frame.Step));
        Assert.All(frames, frame => Assert.Equal(frames.Count - 1, frame.Total));
        Assert.All(frames, frame => Assert.Equal(Grows(id) && frame.Step > 0, frame.Scalars.ContainsKey("objective")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Only_the_last_frame_carries_the_picture_as_numbers(string id)
    {
        var frames = Frames(id).ToList();
        var (picture, raw) = ((Grows(id) ? frames[^1] : frames[0]).Picture, frames[^1].Arrays["image"]);

        Assert.All(frames[..^1], frame => Assert.Empty(frame.Arrays));
        Assert.Equal([3, picture.Height, picture.Width], raw.Shape);
        Assert.All(raw.Values, value => Assert.InRange(value, 0, 1));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_tensor_is_alive_after_a_finished_run(string id) =>
        Assert.Equal(0, TensorLeaks.Count(() => _ = Frames(id).Last()));

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_tensor_is_alive_after_a_run_abandoned_anywhere(string id)
    {
        for (var steps = 0; steps < 6; steps++)
        {
            Assert.Equal(0, TensorLeaks.Count(() => Assert.InRange(Frames(id).Take(steps).Count(), Math.Min(steps, 2), steps)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_run_leaves_the_weights_as_they_were(string id)
    {
        var before = Weights();

        _ = Frames(id).Last();

        Assert.Equal(before, Weights());
        Assert.All(_network.Parameters.Values, weight => Assert.False(weight.requires_grad));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_technique_explains_itself(string id) =>
        Assert.InRange(TechniqueCatalog.Find(id).ExplanationIn("en").Length, 1000, 9000); // formulas take many letters

    [Theory]
    [MemberData(nameof(Ids))]
    public void Options_of_another_technique_are_refused(string id) =>
        Assert.Throws<InvalidOptionsException>(() => TechniqueCatalog.Find(id).Complete(new Foreign(), _network.Info));

    private float[] Weights() => [.. _network.Parameters.Values.SelectMany(weight => weight.data<float>())];

    private IEnumerable<Frame> Frames(string id, long seed = 1)
    {
        var technique = TechniqueCatalog.Find(id);
        var completed = technique.Complete(Short[id], _network.Info);
        var others = technique.PictureIds(completed).ToDictionary(other => other, _ => Pictures.Soft(40, 44));
        return technique.Run(new TechniqueInput(_network, Pictures.Soft(), completed, seed) 
        {
            Pictures = others,
            DataSet = technique.DataSetId(completed) is { } data ? _dataSets.Open(data) : null,
        });
    }

    // Whether the picture itself is changed, step by step, towards an objective.
    private static bool Grows(string id) => id is "deepdream" or "neuron" or "content";

    private sealed record Foreign : TechniqueOptions;
}
