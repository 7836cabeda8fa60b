using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>MobileNet V2 (Sandler et al. 2018, arXiv 1801.04381), with torchvision's names.</summary>
internal static class MobileNet
{
    // Table 2 of the paper: how much wider a block is inside, its channels, how often it comes, its first stride.
    private static readonly (int Expansion, int Channels, int Count, int Stride)[] Stages =
    [
        (1, 16, 1, 1),
        (6, 24, 2, 2),
        (6, 32, 3, 2),
        (6, 64, 4, 2),
        (6, 96, 3, 1),
        (6, 160, 3, 2),
        (6, 320, 1, 1),
    ];

    public static Architecture Version2 { get; } = new(
        "mobilenet_v2",
        "MobileNet V2",
        "Made for telephones: each filter sees one channel only; it knows 1,000 kinds of things on photographs.",
        Build(),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.13",
        ChannelLayer = "features.14.conv.0.1",
    };

    private static NetworkGraph Build()
    {
        var graph = new GraphBuilder();
        Conv(graph, "features.0", new(3, 32, 3, Stride: 2, Padding: 1, Bias: false));
        int channels = 32, index = 1;
        foreach (var stage in Stages)
        {
            for (var i = 0; i < stage.Count; i++, channels = stage.Channels)
            {
                Block(graph, $"features.{index++}", channels, stage.Channels, stage.Expansion, i == 0 ? stage.Stride : 1);
            }
        }

        Conv(graph, $"features.{index}", new(channels, 1280, 1, Bias: false));
        graph.Add("avgpool", new AdaptiveAveragePool());
        graph.Add("flatten", new Flattening());
        graph.Add("classifier.1", new Linear(1280, 1000));
        return graph.Build();
    }

    // An inverted residual: widen by 1x1 filters, look at each channel alone, narrow again without a ReLU.
    private static void Block(GraphBuilder graph, string id, int from, int to, int expansion, int stride)
    {
        var input = graph.Last;
        int wide = from * expansion, index = 0;
        if (expansion > 1)
        {
            Conv(graph, $"{id}.conv.{index++}", new(from, wide, 1, Bias: false));
        }

        Conv(graph, $"{id}.conv.{index++}", new(wide, wide, 3, stride, Padding: 1, Bias: false, Groups: wide));
        graph.Add($"{id}.conv.{index++}", new Convolution(wide, to, 1, Bias: false));
        var narrow = graph.Add($"{id}.conv.{index}", new BatchNormalization(to));
        if (stride == 1 && from == to)
        {
            graph.Add(id, new Addition(), input, narrow);
        }
        else
        {
            graph.Add(id, new BlockOutput());
        }
    }

    private static void Conv(GraphBuilder graph, string id, Convolution convolution)
    {
        graph.Add($"{id}.0", convolution);
        graph.Add($"{id}.1", new BatchNormalization(convolution.Out));
        graph.Add(id, new Relu6());
    }
}
