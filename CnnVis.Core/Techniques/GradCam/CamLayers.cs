using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Techniques.GapVisualization;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>Which layers of a network are worth a map.</summary>
public static class CamLayers
{
    /// <summary>
    /// The last maps before the head: what one filter per class reads, or what is pooled for the linear layers.
    /// A pooling is passed by, because its input says the same with finer maps.
    /// </summary>
    public static string Auto(NetworkInfo network)
    {
        var end = ClassMapHead.Of(network.Graph) is { Linear: null } head
            ? Feature(network.Graph, head.Maps)
            : network.Graph.Output;
        return Candidates(network, end).LastOrDefault()?.Id
            ?? throw new UnsuitableNetworkException($"{network.Title} has no layer with height and width, which Grad-CAM needs.");
    }

    /// <summary>For each size of map the last layer that has it, from early to late, up to <see cref="Auto"/>.</summary>
    public static IReadOnlyList<string> Sweep(NetworkInfo network) =>
        [.. Candidates(network, Auto(network)).GroupBy(layer => (layer.Shape[1], layer.Shape[2])).Select(group => group.Last().Id)];

    /// <summary>The layers an option names.</summary>
    public static IReadOnlyList<string> Of(GradCamOptions options, NetworkInfo network) =>
        options.Layer == GradCamOptions.Sweep ? Sweep(network) : [options.Layer];

    // The convolution with one filter per class, and a ReLU after it, are the head already.
    private static string Feature(NetworkGraph graph, string maps)
    {
        var node = graph.Nodes[graph.PositionOf(maps)];
        node = node.Operation is Relu ? graph.Nodes[graph.PositionOf(node.Inputs[0])] : node;
        return node.Operation is Convolution ? node.Inputs[0] : node.Id;
    }

    private static IEnumerable<Layer> Candidates(NetworkInfo network, string last) => network.Layers
        .Take(network.Graph.PositionOf(last) + 1)
        .Where(layer => layer.IsSpatial && layer.Shape[1] > 1 && !IsPooling(network.Graph, layer));

    private static bool IsPooling(NetworkGraph graph, Layer layer) =>
        graph.Nodes[graph.PositionOf(layer.Id)].Operation is MaxPool or AveragePool or AdaptiveAveragePool;
}
