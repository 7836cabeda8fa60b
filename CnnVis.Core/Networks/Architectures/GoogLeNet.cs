using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// GoogLeNet (Szegedy et al. 2014, arXiv 1409.4842) as torchvision has it, with its names: batch normalisation after
/// every convolution, and 3x3 filters where the paper has 5x5.
/// </summary>
internal static class GoogLeNet
{
    public static Architecture Instance { get; } = new(
        "googlenet",
        "GoogLeNet",
        "Small filters and large ones side by side, nine times over; it knows 1,000 kinds of things on photographs.",
        Build(),
        Preprocessing.Halves)
    {
        DreamLayer = "inception4c",
        ChannelLayer = "inception4c",
    };

    private static NetworkGraph Build()
    {
        var graph = new GraphBuilder();
        Conv(graph, "conv1", new(3, 64, 7, Stride: 2, Padding: 3, Bias: false));
        graph.Add("maxpool1", new MaxPool(3, 2, Ceil: true));
        Conv(graph, "conv2", new(64, 64, 1, Bias: false));
        Conv(graph, "conv3", new(64, 192, 3, Padding: 1, Bias: false));
        graph.Add("maxpool2", new MaxPool(3, 2, Ceil: true));
        Inception(graph, "inception3a", 192, new(64, 96, 128, 16, 32, 32));
        Inception(graph, "inception3b", 256, new(128, 128, 192, 32, 96, 64));
        graph.Add("maxpool3", new MaxPool(3, 2, Ceil: true));
        Inception(graph, "inception4a", 480, new(192, 96, 208, 16, 48, 64));
        Inception(graph, "inception4b", 512, new(160, 112, 224, 24, 64, 64));
        Inception(graph, "inception4c", 512, new(128, 128, 256, 24, 64, 64));
        Inception(graph, "inception4d", 512, new(112, 144, 288, 32, 64, 64));
        Inception(graph, "inception4e", 528, new(256, 160, 320, 32, 128, 128));
        graph.Add("maxpool4", new MaxPool(2, 2, Ceil: true));
        Inception(graph, "inception5a", 832, new(256, 160, 320, 32, 128, 128));
        Inception(graph, "inception5b", 832, new(384, 192, 384, 48, 128, 128));
        graph.Add("avgpool", new AdaptiveAveragePool());
        graph.Add("flatten", new Flattening());
        graph.Add("fc", new Linear(1024, 1000));
        return graph.Build(TrainingHeads());
    }

    // Filters of each branch, in the order of the paper's table 1.
    private sealed record Filters(int One, int ThreeReduce, int Three, int FiveReduce, int Five, int Pool);

    private static void Inception(GraphBuilder graph, string id, int channels, Filters filters)
    {
        var input = graph.Last;
        var one = Conv(graph, $"{id}.branch1", new(channels, filters.One, 1, Bias: false), input);
        Conv(graph, $"{id}.branch2.0", new(channels, filters.ThreeReduce, 1, Bias: false), input);
        var three = Conv(graph, $"{id}.branch2.1", new(filters.ThreeReduce, filters.Three, 3, Padding: 1, Bias: false));
        Conv(graph, $"{id}.branch3.0", new(channels, filters.FiveReduce, 1, Bias: false), input);
        var five = Conv(graph, $"{id}.branch3.1", new(filters.FiveReduce, filters.Five, 3, Padding: 1, Bias: false));
        graph.Add($"{id}.branch4.0", new MaxPool(3, 1, 1, Ceil: true), input);
        var pooled = Conv(graph, $"{id}.branch4.1", new(channels, filters.Pool, 1, Bias: false));
        graph.Add(id, new Concatenation(), one, three, five, pooled);
    }

    // Classifiers on inception4a and inception4d, which helped the gradient in training. Only what has tensors is here.
    private static NetworkGraph TrainingHeads()
    {
        var graph = new GraphBuilder();
        TrainingHead(graph, "aux1", 512);
        TrainingHead(graph, "aux2", 528);
        return graph.Build();
    }

    private static void TrainingHead(GraphBuilder graph, string id, int channels)
    {
        Conv(graph, $"{id}.conv", new(channels, 128, 1, Bias: false));
        graph.Add($"{id}.fc1", new Linear(128 * 4 * 4, 1024));
        graph.Add($"{id}.fc2", new Linear(1024, 1000));
    }

    // torchvision's basic convolution, whose output is that of its ReLU.
    private static string Conv(GraphBuilder graph, string id, Convolution convolution, string? input = null)
    {
        graph.Add($"{id}.conv", convolution, input ?? graph.Last);
        graph.Add($"{id}.bn", new BatchNormalization(convolution.Out, Epsilon: 1e-3));
        return graph.Add(id, new Relu());
    }
}
