using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training;

public class FoldingTests
{
    [Fact]
    public void A_folded_network_gives_the_same_output()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var trained = RandomWeights();
        var images = rand([4, 3, 48, 48]);

        var before = Run(DrawingNet.Trained, trained, images);
        var after = Run(DrawingNet.Folded, Folding.Fold(DrawingNet.Trained, trained), images);

        Assert.InRange((before - after).abs().max().ToDouble() / before.abs().max().ToDouble(), 0, 1e-5);
        Assert.True(before.std().ToDouble() > 0.01); // it is an answer at all
    }

    [Fact]
    public void Folding_leaves_the_trained_weights_as_they_were()
    {
        using var scope = NewDisposeScope();
        var trained = RandomWeights();
        var before = trained.ToDictionary(entry => entry.Key, entry => entry.Value.clone());

        Folding.Fold(DrawingNet.Trained, trained);

        Assert.All(trained, entry => Assert.True(entry.Value.equal(before[entry.Key]).all().ToBoolean()));
    }

    // Normalisations that are far from the identity.
    private static Dictionary<string, Tensor> RandomWeights()
    {
        using var random = new Generator(3);
        using var frozen = no_grad();
        return WeightInitialization.For(DrawingNet.Trained, random).ToDictionary(
            entry => entry.Key,
            entry => entry.Value.dim() > 1 ? entry.Value : 0.5 + rand(entry.Value.shape, generator: random));
    }

    private static Tensor Run(NetworkGraph graph, IReadOnlyDictionary<string, Tensor> weights, Tensor images) =>
        GraphExecutor.Run(graph, weights, images, [graph.Output])[graph.Output];
}
