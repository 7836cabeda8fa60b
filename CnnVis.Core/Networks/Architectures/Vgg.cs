using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>VGG (Simonyan and Zisserman 2014, arXiv 1409.1556), with torchvision's names.</summary>
internal static class Vgg
{
    /// <summary>Sixteen layers with weights: five blocks of 3x3 convolutions, each ending in a pooling.</summary>
    public static Architecture Vgg16 { get; } = new(
        "vgg16",
        "VGG-16",
        "A large, plain network with beautiful features; it knows 1,000 kinds of things on photographs.",
        Build([2, 2, 3, 3, 3]),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.22",
        ChannelLayer = "features.21",
    };

    /// <summary>Nineteen layers with weights: the last three blocks have a convolution more.</summary>
    public static Architecture Vgg19 { get; } = new(
        "vgg19",
        "VGG-19",
        "VGG-16 with three layers more: beautiful features, and slower still. It knows 1,000 kinds of things on photographs.",
        Build([2, 2, 4, 4, 4]),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.26",
        ChannelLayer = "features.25",
    };

    private static NetworkGraph Build(IEnumerable<int> convolutionsInBlock)
    {
        var graph = new GraphBuilder();
        int index = 0, channels = 3, width = 64;
        foreach (var count in convolutionsInBlock)
        {
            for (var i = 0; i < count; i++, channels = width)
            {
                graph.Add($"features.{index++}", new Convolution(channels, width, 3, Padding: 1));
                graph.Add($"features.{index++}", new Relu());
            }

            graph.Add($"features.{index++}", new MaxPool(2, 2));
            width = Math.Min(2 * width, 512);
        }

        graph.Add("avgpool", new AdaptiveAveragePool(7));
        Classifier(graph);
        return graph.Build();
    }

    // classifier.2 and classifier.5 are dropout, which does nothing after training.
    private static void Classifier(GraphBuilder graph)
    {
        graph.Add("flatten", new Flattening());
        graph.Add("classifier.0", new Linear(512 * 7 * 7, 4096));
        graph.Add("classifier.1", new Relu());
        graph.Add("classifier.3", new Linear(4096, 4096));
        graph.Add("classifier.4", new Relu());
        graph.Add("classifier.6", new Linear(4096, 1000));
    }
}
