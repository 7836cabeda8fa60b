using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>SqueezeNet (Iandola et al. 2016, arXiv 1602.07360), with torchvision's names.</summary>
internal static class SqueezeNet
{
    // What each of the eight fire modules squeezes to; every kind of filter then gives four times as many channels.
    private static readonly int[] Squeezes = [16, 16, 32, 32, 48, 48, 64, 64];

    /// <summary>Version 1.0, the paper's: the accuracy of AlexNet in 5 MB.</summary>
    public static Architecture Version10 { get; } = new(
        "squeezenet1_0",
        "SqueezeNet 1.0",
        "A small network that knows 1,000 kinds of things on photographs; its first filters are large and many.",
        Build(new Convolution(3, 96, 7, Stride: 2), [3, 7]),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.7",
        ChannelLayer = "features.8",
    };

    /// <summary>Version 1.1: pools earlier, and so is quick enough for live pictures.</summary>
    public static Architecture Version11 { get; } = new(
        "squeezenet1_1",
        "SqueezeNet 1.1",
        "A small, quick network that knows 1,000 kinds of things on photographs.",
        Build(new Convolution(3, 64, 3, Stride: 2), [2, 4]),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.7",
        ChannelLayer = "features.9",
    };

    private static NetworkGraph Build(Convolution first, int[] poolBeforeModules)
    {
        var graph = new GraphBuilder();
        graph.Add("features.0", first);
        graph.Add("features.1", new Relu());
        graph.Add("features.2", new MaxPool(3, 2, Ceil: true));
        int index = 3, channels = first.Out;
        for (var module = 0; module < Squeezes.Length; channels = 8 * Squeezes[module++])
        {
            if (poolBeforeModules.Contains(module))
            {
                graph.Add($"features.{index++}", new MaxPool(3, 2, Ceil: true));
            }

            Fire(graph, $"features.{index++}", channels, Squeezes[module], 4 * Squeezes[module]);
        }

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
