using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// Residual networks (He et al. 2015, arXiv 1512.03385), with torchvision's names. In blocks with a bottleneck the 3x3
/// convolution has the stride, as in torchvision; the paper gave it to the 1x1 convolution before.
/// </summary>
internal static class ResNet
{
    public static Architecture ResNet18 { get; } = Create(18, [2, 2, 2, 2], bottleneck: false, "It is quick for its accuracy");

    public static Architecture ResNet34 { get; } = Create(34, [3, 4, 6, 3], bottleneck: false, "It is of middle depth");

    public static Architecture ResNet50 { get; } = Create(50, [3, 4, 6, 3], bottleneck: true, "It is the usual yardstick");

    private static Architecture Create(int depth, int[] blocks, bool bottleneck, string word) => new(
        $"resnet{depth}",
        $"ResNet-{depth}",
        $"{word}; its blocks add to what they are given. It knows 1,000 kinds of things on photographs.",
        Build(blocks, bottleneck),
        Preprocessing.TorchVision)
    {
        DreamLayer = "layer3",
        ChannelLayer = "layer3",
    };

    private static NetworkGraph Build(int[] blocks, bool bottleneck)
    {
        var graph = new GraphBuilder();
        Normalized(graph, "conv1", "bn1", new(3, 64, 7, Stride: 2, Padding: 3, Bias: false));
        graph.Add("relu", new Relu());
        graph.Add("maxpool", new MaxPool(3, 2, 1));
        var channels = 64;
        for (var stage = 0; stage < blocks.Length; stage++)
        {
            channels = Stage(graph, stage, blocks[stage], channels, bottleneck);
        }

        graph.Add("avgpool", new AdaptiveAveragePool());
        graph.Add("flatten", new Flattening());
        graph.Add("fc", new Linear(channels, 1000));
        return graph.Build();
    }

    // Each stage but the first halves the sides in its first block, and doubles the width.
    private static int Stage(GraphBuilder graph, int stage, int blocks, int channels, bool bottleneck)
    {
        var width = 64 << stage;
        var wide = bottleneck ? 4 * width : width;
        for (var block = 0; block < blocks; block++)
        {
            var id = $"layer{stage + 1}.{block}";
            var stride = stage > 0 && block == 0 ? 2 : 1;
            var input = graph.Last;
            var branch = bottleneck ? Bottleneck(graph, id, channels, width, stride) : Basic(graph, id, channels, width, stride);
            var shortcut = stride == 1 && channels == wide ? input : Downsample(graph, id, input, channels, wide, stride);
            graph.Add($"{id}.add", new Addition(), branch, shortcut);
            graph.Add(id, new Relu());
            channels = wide;
        }

        graph.Add($"layer{stage + 1}", new BlockOutput());
        return channels;
    }

    private static string Basic(GraphBuilder graph, string id, int channels, int width, int stride)
    {
        Normalized(graph, $"{id}.conv1", $"{id}.bn1", new(channels, width, 3, stride, Padding: 1, Bias: false));
        graph.Add($"{id}.relu", new Relu());
        return Normalized(graph, $"{id}.conv2", $"{id}.bn2", new(width, width, 3, Padding: 1, Bias: false));
    }

    private static string Bottleneck(GraphBuilder graph, string id, int channels, int width, int stride)
    {
        Normalized(graph, $"{id}.conv1", $"{id}.bn1", new(channels, width, 1, Bias: false));
        graph.Add($"{id}.relu", new Relu());
        Normalized(graph, $"{id}.conv2", $"{id}.bn2", new(width, width, 3, stride, Padding: 1, Bias: false));
        graph.Add($"{id}.relu_1", new Relu());
        return Normalized(graph, $"{id}.conv3", $"{id}.bn3", new(width, 4 * width, 1, Bias: false));
    }

    private static string Downsample(GraphBuilder graph, string id, string input, int from, int to, int stride) =>
        Normalized(graph, $"{id}.downsample.0", $"{id}.downsample.1", new(from, to, 1, stride, Bias: false), input);

    private static string Normalized(
        GraphBuilder graph, string convolution, string normalization, Convolution operation, string? input = null)
    {
        graph.Add(convolution, operation, input ?? graph.Last);
        return graph.Add(normalization, new BatchNormalization(operation.Out));
    }
}
