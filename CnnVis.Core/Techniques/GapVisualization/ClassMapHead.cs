using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.GapVisualization;

/// <summary>
/// How a network's end says where its classes are: global average pooling straight over one map per class, or followed
/// by one linear layer, whose weights mix the last maps into one map per class (Zhou et al. 2016, arXiv 1512.04150).
/// </summary>
/// <param name="Maps">The id of the layer that is pooled.</param>
/// <param name="Linear">The id of the linear layer after the pooling, or null where each map is a class's own.</param>
/// <param name="HasSign">Whether the maps have negative places: there they speak against the class.</param>
public sealed record ClassMapHead(string Maps, string? Linear, bool HasSign)
{
    /// <summary>The head of a network, or null where it ends otherwise, such as in several fully connected layers.</summary>
    public static ClassMapHead? Of(NetworkGraph graph)
    {
        var node = graph.Nodes[^1];
        var linear = node.Operation is Linear ? node.Id : null;
        node = linear is null ? node : Before(graph, node);
        node = node?.Operation is Flattening ? Before(graph, node) : node;
        return node?.Operation is AdaptiveAveragePool { Size: 1 } && Before(graph, node) is { } maps
            ? new ClassMapHead(maps.Id, linear, linear is not null || maps.Operation is not Relu)
            : null;
    }

    /// <summary>The map of one class, [height, width], in the caller's dispose scope.</summary>
    /// <param name="pooled">The activation of <see cref="Maps"/>, [1, channels, height, width].</param>
    public Tensor ClassMap(Network network, Tensor pooled, int target)
    {
        if (Linear is null)
        {
            return pooled[0, target];
        }

        using var weights = network.Parameters[$"{Linear}.weight"][target];
        return tensordot(weights, pooled[0], [0], [0]);
    }

    /// <summary>What the class's logit has beside the mean of its map: the linear layer's bias.</summary>
    public double Bias(Network network, int target) =>
        Linear is not null && network.Parameters.TryGetValue($"{Linear}.bias", out var bias) ? bias[target].item<float>() : 0;

    private static Node? Before(NetworkGraph graph, Node node) =>
        node.Inputs is [not NetworkGraph.Input and var input] ? graph.Nodes[graph.PositionOf(input)] : null;
}
