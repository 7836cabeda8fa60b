using System.Text.RegularExpressions;
using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>DenseNet (Huang et al. 2016, arXiv 1608.06993), with torchvision's names.</summary>
internal static partial class DenseNet
{
    private const int Growth = 32;

    public static Architecture DenseNet121 { get; } = new(
        "densenet121",
        "DenseNet-121",
        "Each layer sees all the layers before it in its block; it knows 1,000 kinds of things on photographs.",
        Build([6, 12, 24, 16]),
        Preprocessing.TorchVision)
    {
        DreamLayer = "features.denseblock3",
        ChannelLayer = "features.denseblock3",
        CurrentName = CurrentName,
    };

    private static NetworkGraph Build(int[] blocks)
    {
        var graph = new GraphBuilder();
        graph.Add("features.conv0", new Convolution(3, 64, 7, Stride: 2, Padding: 3, Bias: false));
        graph.Add("features.norm0", new BatchNormalization(64));
        graph.Add("features.relu0", new Relu());
        graph.Add("features.pool0", new MaxPool(3, 2, 1));
        var channels = Block(graph, 1, blocks[0], 64);
        for (var number = 2; number <= blocks.Length; number++)
        {
            Transition(graph, $"features.transition{number - 1}", channels);
            channels = Block(graph, number, blocks[number - 1], channels / 2);
        }

        graph.Add("features.norm5", new BatchNormalization(channels));
        graph.Add("relu", new Relu());
        graph.Add("avgpool", new AdaptiveAveragePool());
        graph.Add("flatten", new Flattening());
        graph.Add("classifier", new Linear(channels, 1000));
        return graph.Build();
    }

    private static int Block(GraphBuilder graph, int number, int layers, int channels)
    {
        var id = $"features.denseblock{number}";
        for (var layer = 1; layer <= layers; layer++, channels += Growth)
        {
            var before = graph.Last;
            var grown = Layer(graph, $"{id}.denselayer{layer}", channels);
            // Everything so far is what the next layer sees, and after the last what the block gives.
            graph.Add(layer < layers ? $"{id}.denselayer{layer + 1}.cat" : id, new Concatenation(), before, grown);
        }

        return channels;
    }

    private static string Layer(GraphBuilder graph, string id, int channels)
    {
        graph.Add($"{id}.norm1", new BatchNormalization(channels));
        graph.Add($"{id}.relu1", new Relu());
        graph.Add($"{id}.conv1", new Convolution(channels, 4 * Growth, 1, Bias: false));
        graph.Add($"{id}.norm2", new BatchNormalization(4 * Growth));
        graph.Add($"{id}.relu2", new Relu());
        return graph.Add($"{id}.conv2", new Convolution(4 * Growth, Growth, 3, Padding: 1, Bias: false));
    }

    // Half the channels, half the sides.
    private static void Transition(GraphBuilder graph, string id, int channels)
    {
        graph.Add($"{id}.norm", new BatchNormalization(channels));
        graph.Add($"{id}.relu", new Relu());
        graph.Add($"{id}.conv", new Convolution(channels, channels / 2, 1, Bias: false));
        graph.Add($"{id}.pool", new AveragePool(2));
    }

    // torchvision's files are older than a rule of PyTorch's against dots in the names of modules: norm.1 became norm1.
    private static string CurrentName(string name) => FormerName().Replace(name, "$1$2");

    [GeneratedRegex(@"^(features\.denseblock\d\.denselayer\d+\.(?:norm|conv))\.([12]\.(?:weight|bias|running_mean|running_var))$")]
    private static partial Regex FormerName();
}
