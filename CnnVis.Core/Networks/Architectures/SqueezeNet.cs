using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>SqueezeNet (Iandola et al. 2016, arXiv 1602.07360), with torchvision's names.</summary>
internal static class SqueezeNet
{
    /// <summary>Version 1.1: the accuracy of AlexNet in 5 MB, and quick enough for live pictures.</summary>
    public static Architecture Version11 { get; } = new(
        "squeezenet1_1",
        "SqueezeNet 1.1",
        "A small, quick network that knows 1,000 kinds of things on photographs.",
        Build(),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.7",
        ChannelLayer = "features.9",
    };

    private static NetworkGraph Build()
    {
        var graph = new GraphBuilder();
        graph.Add("features.0", new Convolution(3, 64, 3, Stride: 2));
        graph.Add("features.1", new Relu());
        graph.Add("features.2", new MaxPool(3, 2, Ceil: true));
        Fire(graph, "features.3", 64, 16, 64);
        Fire(graph, "features.4", 128, 16, 64);
        graph.Add("features.5", new MaxPool(3, 2, Ceil: true));
        Fire(graph, "features.6", 128, 32, 128);
        Fire(graph, "features.7", 256, 32, 128);
        graph.Add("features.8", new MaxPool(3, 2, Ceil: true));
        Fire(graph, "features.9", 256, 48, 192);
        Fire(graph, "features.10", 384, 48, 192);
        Fire(graph, "features.11", 384, 64, 256);
        Fire(graph, "features.12", 512, 64, 256);
        graph.Add("classifier.1", new Convolution(512, 1000, 1));
        graph.Add("classifier.2", new Relu());
        graph.Add("classifier.3", new AdaptiveAveragePool());
        graph.Add("logits", new Flattening());
        return graph.Build();
    }

    // Squeeze to few channels, then expand by 1x1 and by 3x3 filters side by side.
    private static void Fire(GraphBuilder graph, string id, int channels, int squeeze, int expand)
    {
        graph.Add($"{id}.squeeze", new Convolution(channels, squeeze, 1));
        var squeezed = graph.Add($"{id}.squeeze_activation", new Relu());
        graph.Add($"{id}.expand1x1", new Convolution(squeeze, expand, 1), squeezed);
        var one = graph.Add($"{id}.expand1x1_activation", new Relu());
        graph.Add($"{id}.expand3x3", new Convolution(squeeze, expand, 3, Padding: 1), squeezed);
        var three = graph.Add($"{id}.expand3x3_activation", new Relu());
        graph.Add(id, new Concatenation(), one, three);
    }
}
