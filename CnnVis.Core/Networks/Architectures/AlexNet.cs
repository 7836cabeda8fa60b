using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// AlexNet (Krizhevsky et al. 2012) in its form for one processor (Krizhevsky 2014, arXiv 1404.5997), with torchvision's
/// names.
/// </summary>
internal static class AlexNet
{
    public static Architecture Instance { get; } = new(
        "alexnet",
        "AlexNet",
        "The network that began it all in 2012; shallow and quick, it knows 1,000 kinds of things on photographs.",
        Build(),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.9",
        ChannelLayer = "features.8",
    };

    private static NetworkGraph Build()
    {
        var graph = new GraphBuilder();
        graph.Add("features.0", new Convolution(3, 64, 11, Stride: 4, Padding: 2));
        graph.Add("features.1", new Relu());
        graph.Add("features.2", new MaxPool(3, 2));
        graph.Add("features.3", new Convolution(64, 192, 5, Padding: 2));
        graph.Add("features.4", new Relu());
        graph.Add("features.5", new MaxPool(3, 2));
        graph.Add("features.6", new Convolution(192, 384, 3, Padding: 1));
        graph.Add("features.7", new Relu());
        graph.Add("features.8", new Convolution(384, 256, 3, Padding: 1));
        graph.Add("features.9", new Relu());
        graph.Add("features.10", new Convolution(256, 256, 3, Padding: 1));
        graph.Add("features.11", new Relu());
        graph.Add("features.12", new MaxPool(3, 2));
        graph.Add("avgpool", new AdaptiveAveragePool(6));
        Classifier(graph);
        return graph.Build();
    }

    // classifier.0 and classifier.3 are dropout, which does nothing after training.
    private static void Classifier(GraphBuilder graph)
    {
        graph.Add("flatten", new Flattening());
        graph.Add("classifier.1", new Linear(256 * 6 * 6, 4096));
        graph.Add("classifier.2", new Relu());
        graph.Add("classifier.4", new Linear(4096, 4096));
        graph.Add("classifier.5", new Relu());
        graph.Add("classifier.6", new Linear(4096, 1000));
    }
}
