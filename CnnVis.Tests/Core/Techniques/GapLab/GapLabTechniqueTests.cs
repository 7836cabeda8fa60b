using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.GapLab;

/// <summary>Two short epochs on drawn shapes, from the first picture to the last map.</summary>
public sealed class GapLabTechniqueTests(ShortTraining training) : IClassFixture<ShortTraining>
{
    private readonly IReadOnlyList<Frame> _frames = training.Frames;

    private Frame Last => _frames[^1];

    [Fact]
    public void Every_batch_tells_its_loss_and_every_epoch_its_exam()
    {
        Assert.Equal(2 * 8, _frames.Count(frame => frame.Scalars.ContainsKey("loss") && frame.Scalars.ContainsKey("accuracy")));
        Assert.Equal([8, 8], [Curve("loss").Shape[0] / 2, Curve("accuracy").Shape[0] / 2]);
        Assert.All(
            ["train-loss", "train-accuracy", "test-loss", "test-accuracy", "pointing", "pointing-two"],
            name => Assert.Equal([2], Curve(name).Shape));
        Assert.Equal(_frames.Where(frame => frame.Scalars.ContainsKey("loss")).Select(frame => (float)frame.Scalars["loss"]), Curve("loss").Values);
        Assert.Equal(Curve("loss").Values[8..].Average(), Curve("train-loss").Values[1], 1e-5);
    }

    [Fact]
    public void It_learns()
    {
        Assert.True(Curve("train-loss").Values[1] < Curve("train-loss").Values[0]);
        Assert.InRange(Curve("train-accuracy").Values[1], 0.15, 1); // ten classes: .1 by chance
    }

    [Fact]
    public void The_confusion_counts_every_test_picture_once_in_its_row()
    {
        var confusion = Curve("confusion");

        Assert.Equal([10, 10], confusion.Shape);
        Assert.All(confusion.Values.Chunk(10), row => Assert.Equal(100, row.Sum()));
        Assert.Equal(Last.Scalars["test-accuracy"], Enumerable.Range(0, 10).Sum(i => confusion.Values[11 * i]) / 1000, 1e-6);
    }

    [Fact]
    public void Each_class_has_a_map_over_the_strip_of_the_chosen_pictures_and_they_move()
    {
        // Two pictures of 10 cells each and one between them, where the picture has 4 pixels for each cell.
        Assert.All(_frames, frame => Assert.Equal(ShapeNames, frame.Maps.Select(map => map.Title)));
        Assert.All(Last.Maps, map => Assert.Equal([10, 21], map.Values.Shape));
        Assert.Equal((84 * 3, 40 * 3), (Last.Picture.Width, Last.Picture.Height));
        Assert.Equal([10, 10, 21], Curve("class-maps").Shape);
        Assert.NotEqual(_frames[0].Maps[0].Values.Values, Last.Maps[0].Values.Values);
        Assert.All(Last.Maps, map => Assert.Matches(@"^\d+ % · \d+ %$", map.Note));
    }

    [Fact]
    public void The_untrained_network_and_that_of_each_epoch_are_kept() =>
        Assert.Equal([0, 1, 2], _frames.Select(frame => frame.Trained?.Epoch).OfType<int>());

    [Fact]
    public void A_kept_network_answers_as_the_exam_said_it_would()
    {
        using var network = Last.Trained!.Load("lab-x-2");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var pictures = training.Data.Test().All();
        var images = cat([.. Enumerable.Range(0, 1000).Select(i => PictureTensors.ToTensor(pictures.Picture(i)))]);
        var classes = tensor(pictures.Classes[..1000], dtype: ScalarType.Int64);

        var logits = network.Activations(network.Preprocessing.Normalize(images), ["logits"])["logits"];

        Assert.Equal(Last.Scalars["test-accuracy"], logits.argmax(1).eq(classes).sum().item<long>() / 1000.0, 2e-3);
        Assert.Equal(("lab-x-2", 40, 10), (network.Info.Id, network.Info.InputSize, network.Info.Classes.Count));
    }

    [Fact]
    public void The_same_spec_gives_the_same_training_bit_for_bit_and_another_seed_another()
    {
        var again = training.Run(seed: 1).Last();

        Assert.All(Last.Arrays, array => Assert.Equal(array.Value.Values, again.Arrays[array.Key].Values));
        Assert.All(Last.Trained!.Weights, weight => Assert.Equal(weight.Value.Values, again.Trained!.Weights[weight.Key].Values));
        Assert.NotEqual(Curve("loss").Values, training.Run(seed: 2).Last().Arrays["loss"].Values);
    }

    [Fact]
    public void A_training_that_diverges_says_so()
    {
        var options = ShortTraining.Options with { Rate = 1000, Schedule = RateSchedule.Constant };
        var first = Assert.Throws<DivergedTrainingException>(() => training.Run(1, options).Last());

        Assert.Equal("The training lost its way in epoch 1: its loss grew without end. Choose a rate lower than 1000.", first.Message);
    }

    [Fact]
    public void A_training_that_diverges_late_offers_its_last_good_epoch()
    {
        // The rate rises for three epochs, and is too high at last.
        var options = ShortTraining.Options with { TrainingPictures = 100, Epochs = 60, Rate = 0.5 };
        var kept = new List<int>();
        var late = Assert.Throws<DivergedTrainingException>(() =>
            kept.AddRange(training.Run(1, options).Select(frame => frame.Trained?.Epoch).OfType<int>()));

        Assert.InRange(kept[^1], 1, 3);
        Assert.EndsWith($" The network of epoch {kept[^1]} is still good.", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_tensor_is_left_by_a_training_that_diverges() => Assert.Equal(0, TensorLeaks.Count(() =>
        Assert.Throws<DivergedTrainingException>(() => training.Run(1, ShortTraining.Options with { Rate = 1000 }).Last())));

    private static IEnumerable<string> ShapeNames => DataSetInfo.Shapes.Classes;

    private FloatArray Curve(string name) => Last.Arrays[name];
}

/// <summary>A training that several tests look at.</summary>
public sealed class ShortTraining
{
    private readonly GapLabTechnique _technique = new();

    public ShortTraining() => Frames = [.. Run(seed: 1)];

    internal static GapLabOptions Options { get; } =
        new() { TrainingPictures = 400, Batch = 50, Epochs = 2, Widths = [8, 16, 16], Pictures = [0, 1000], Manner = NetworkManner.Keras };

    public DataSet Data { get; } = new DataSetCatalog().Open("shapes");

    public IReadOnlyList<Frame> Frames { get; }

    public IEnumerable<Frame> Run(long seed, GapLabOptions? options = null)
    {
        var completed = _technique.Complete(options ?? Options, network: null);
        return _technique.Run(new TechniqueInput(null, null, completed, seed) { DataSet = Data });
    }
}
