using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Tests.Support;

/// <summary>A network of two convolutions with random weights from a seed, in single or double precision.</summary>
internal static class TinyNetwork
{
    public const int Classes = 5;

    public static Network Create(ScalarType type = ScalarType.Float32, int seed = 7)
    {
        var graph = Graph();
        using var random = new Generator((ulong)seed);
        var weights = graph.ParameterShapes.ToDictionary(
            entry => entry.Key,
            entry => (0.4 * randn(entry.Value, dtype: type, generator: random)).DetachFromDisposeScope());
        return new Network(Info(graph), new Preprocessing(1, [0.5, 0.4, 0.3], [0.5, 0.6, 0.7]), new TensorSet(weights));
    }

    public static NetworkGraph Graph() => new(
    [
        new("conv1", new Convolution(3, 4, 3, Padding: 1), ["input"]),
        new("relu1", new Relu(), ["conv1"]),
        new("pool1", new MaxPool(2, 2), ["relu1"]),
        new("norm1", new LocalResponseNormalization(3), ["pool1"]),
        new("left", new Convolution(4, 3, 1), ["norm1"]),
        new("right", new Convolution(4, 3, 3, Padding: 1), ["norm1"]),
        new("both", new Concatenation(), ["left", "right"]),
        new("relu2", new Relu(), ["both"]),
        new("gap", new AdaptiveAveragePool(), ["relu2"]),
        new("flat", new Flattening(), ["gap"]),
        new("logits", new Linear(6, Classes), ["flat"]),
    ]);

    private static NetworkInfo Info(NetworkGraph graph) => new(
        "tiny", "Tiny", "For tests.", 16, graph, "relu2", "both", 16, ["a", "b", "c", "d", "e"]);
}
