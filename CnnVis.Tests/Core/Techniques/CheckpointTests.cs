using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Techniques;

/// <summary>A run that stopped after any step goes on as if it had never stopped, down to the last bit.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly Network _network = TinyNetwork.Create();

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(ParameterizationKind.Fourier)]
    [InlineData(ParameterizationKind.Pixels)]
    public void A_neuron_goes_on(ParameterizationKind parameterization) => GoesOnFromEverywhere(new NeuronTechnique(), new NeuronOptions
    {
        Layer = "relu2", Channel = 1, Steps = 6, Size = 16, Jitter = 2, TotalVariation = 1, Batch = 2, Parameterization = parameterization,
    });

    [Fact]
    public void A_dream_goes_on_in_every_octave_and_every_zoom() => GoesOnFromEverywhere(new DeepDreamTechnique(), new DeepDreamOptions
    {
        Layers = [new("relu2")], Octaves = 2, Steps = 3, Jitter = 4, Zoom = 2, ZoomSteps = 2,
    });

    [Fact]
    public void A_dream_in_tiles_goes_on() => GoesOnFromEverywhere(new DeepDreamTechnique(), new DeepDreamOptions
    {
        Layers = [new("relu2")], Octaves = 1, Steps = 3, Jitter = 4, Tile = 64,
    }, Pictures.Soft(100, 90));

    [Fact]
    public void Inversions_go_on_side_by_side() => GoesOnFromEverywhere(new ContentInversionTechnique(), new ContentOptions
    {
        Layers = ["relu1", "relu2"], Steps = 5, Size = 16,
    });

    [Fact]
    public void A_training_goes_on_from_the_end_of_an_epoch()
    {
        var technique = new GapLabTechnique();
        var options = (GapLabOptions)technique.Complete(new GapLabOptions { TrainingPictures = 200, Epochs = 3, Widths = [8, 8] }, network: null);
        var input = new TechniqueInput(null, null, options, Seed: 3)
        {
            DataSet = new DataSetCatalog().Open(options.Data), Checkpoints = (_, _) => true,
        };
        var whole = technique.Run(input).ToList();

        var from = whole.Select(frame => frame.Checkpoint).OfType<Checkpoint>().ToList();

        Assert.Equal([1, 2], from.Select(checkpoint => whole[checkpoint.Step].Trained?.Epoch));
        Same(whole, technique.Run(input with { From = from[0] }).ToList());
    }

    private void GoesOnFromEverywhere(ITechnique technique, TechniqueOptions options, Picture? picture = null)
    {
        var input = new TechniqueInput(_network, picture ?? Pictures.Soft(), technique.Complete(options, _network.Info), Seed: 5)
        {
            Checkpoints = (_, _) => true,
        };
        var leaked = TensorLeaks.Count(() =>
        {
            var whole = technique.Run(input).ToList();

            Assert.All(whole.Skip(1).SkipLast(1), frame => Assert.NotNull(frame.Checkpoint));
            foreach (var from in whole.Select(frame => frame.Checkpoint).OfType<Checkpoint>())
            {
                Same(whole, technique.Run(input with { From = from }).ToList());
            }
        });
        Assert.Equal(0, leaked);
    }

    private static void Same(List<Frame> whole, List<Frame> rest)
    {
        var expected = whole[^rest.Count..];
        Assert.NotEmpty(rest);
        Assert.Equal(expected.Select(frame => frame.Step), rest.Select(frame => frame.Step));
        Assert.All(expected.Zip(rest), pair => Assert.Equal(pair.First.Scalars, pair.Second.Scalars));
        Assert.All(expected.Zip(rest), pair => Assert.Equal(pair.First.Picture.Rgb, pair.Second.Picture.Rgb));
        Assert.Equal(expected[^1].Arrays.Keys, rest[^1].Arrays.Keys);
        Assert.All(expected[^1].Arrays, array => Assert.Equal(array.Value.Values, rest[^1].Arrays[array.Key].Values));
    }
}
