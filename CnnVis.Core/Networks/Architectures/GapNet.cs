using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Training;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// A small network whose last convolution has one filter per class, followed by global average pooling
/// (Lin et al. 2013, arXiv 1312.4400; Zhou et al. 2016, arXiv 1512.04150). Trained on drawn shapes by
/// <see cref="ShapeTrainer"/>, it is the built-in network.
/// </summary>
internal static class GapNet
{
    public static Architecture BuiltIn { get; } = new(
        "builtin",
        "Built-in: ten shapes",
        "A tiny network that knows ten drawn shapes, from circles to spirals; it has never seen a photograph.",
        Build(24, 48, 64, ShapeDrawing.Names.Count),
        Preprocessing.Halves)
    {
        DreamLayer = "relu3",
        ChannelLayer = "conv3",
        InputSize = ShapeDrawing.Size,
        VisualizationSize = 48,
        Classes = ShapeDrawing.Names,
    };

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
