using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Training;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// A small network whose last convolution has one filter per class, followed by global average pooling
/// (Lin et al. 2013, arXiv 1312.4400; Zhou et al. 2016, arXiv 1512.04150).
/// </summary>
internal static class GapNet
{
    public static NetworkGraph Build(int first, int second, int third, int classes)
    {
        var graph = new GraphBuilder();
        Block(graph, 1, 3, first);
        graph.Add("pool1", new MaxPool(2, 2));
        Block(graph, 2, first, second);
        graph.Add("pool2", new MaxPool(2, 2));
        Block(graph, 3, second, third);
        graph.Add("classes", new Convolution(third, classes, 3, Padding: 1));
        graph.Add("gap", new AdaptiveAveragePool());
        graph.Add("logits", new Flattening());
        return graph.Build();
    }

    private static void Block(GraphBuilder graph, int number, int from, int to)
    {
        graph.Add($"conv{number}", new Convolution(from, to, 3, Padding: 1));
        graph.Add($"bn{number}", new BatchNormalization(to));
        graph.Add($"relu{number}", new Relu());
    }
}
