using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// GoogLeNet (Szegedy et al. 2014, arXiv 1409.4842) as BVLC trained it in Caffe: the network of the first DeepDreams.
/// Layer names are Caffe's, with a dot for the slash.
/// </summary>
internal static class BvlcGoogLeNet
{
    public static Architecture Instance { get; } = new(
        "bvlc_googlenet",
        "GoogLeNet (BVLC)",
        "The network of the first DeepDreams; it knows 1,000 kinds of things on photographs, many of them dogs.",
        Build(),
        Preprocessing.Caffe)
    {
        DreamLayer = "inception_4c.output",
        ChannelLayer = "inception_4c.output",
    };

    private static NetworkGraph Build()
    {
        var graph = new GraphBuilder();
        Conv(graph, "conv1", "7x7_s2", 3, 64, 7, stride: 2, padding: 3);
        graph.Add("pool1.3x3_s2", new MaxPool(3, 2, Ceil: true));
        graph.Add("pool1.norm1", new LocalResponseNormalization());
        Conv(graph, "conv2", "3x3_reduce", 64, 64, 1);
        Conv(graph, "conv2", "3x3", 64, 192, 3, padding: 1);
        graph.Add("conv2.norm2", new LocalResponseNormalization());
        graph.Add("pool2.3x3_s2", new MaxPool(3, 2, Ceil: true));
        Inception(graph, "inception_3a", 192, new(64, 96, 128, 16, 32, 32));
        Inception(graph, "inception_3b", 256, new(128, 128, 192, 32, 96, 64));
        graph.Add("pool3.3x3_s2", new MaxPool(3, 2, Ceil: true));
        Inception(graph, "inception_4a", 480, new(192, 96, 208, 16, 48, 64));
        Inception(graph, "inception_4b", 512, new(160, 112, 224, 24, 64, 64));
        Inception(graph, "inception_4c", 512, new(128, 128, 256, 24, 64, 64));
        Inception(graph, "inception_4d", 512, new(112, 144, 288, 32, 64, 64));
        Inception(graph, "inception_4e", 528, new(256, 160, 320, 32, 128, 128));
        graph.Add("pool4.3x3_s2", new MaxPool(3, 2, Ceil: true));
        Inception(graph, "inception_5a", 832, new(256, 160, 320, 32, 128, 128));
        Inception(graph, "inception_5b", 832, new(384, 192, 384, 48, 128, 128));
        graph.Add("pool5.7x7_s1", new AdaptiveAveragePool());
        graph.Add("pool5.flat", new Flattening());
        graph.Add("loss3.classifier", new Linear(1024, 1000));
        return graph.Build();
    }

    // Filters of each branch, in the order of the paper's table 1.
    private sealed record Filters(int One, int ThreeReduce, int Three, int FiveReduce, int Five, int Pool);

    private static void Inception(GraphBuilder graph, string id, int channels, Filters filters)
    {
        var input = graph.Last;
        var one = Conv(graph, id, "1x1", channels, filters.One, 1, input: input);
        Conv(graph, id, "3x3_reduce", channels, filters.ThreeReduce, 1, input: input);
        var three = Conv(graph, id, "3x3", filters.ThreeReduce, filters.Three, 3, padding: 1);
        Conv(graph, id, "5x5_reduce", channels, filters.FiveReduce, 1, input: input);
        var five = Conv(graph, id, "5x5", filters.FiveReduce, filters.Five, 5, padding: 2);
        graph.Add($"{id}.pool", new MaxPool(3, 1, 1, Ceil: true), input);
        var pooled = Conv(graph, id, "pool_proj", channels, filters.Pool, 1);
        graph.Add($"{id}.output", new Concatenation(), one, three, five, pooled);
    }

    // Every convolution is followed by its ReLU, which Caffe names relu_<convolution> in the same block.
    private static string Conv(
        GraphBuilder graph, string block, string name, int from, int to, int kernel,
        int stride = 1, int padding = 0, string? input = null)
    {
        graph.Add($"{block}.{name}", new Convolution(from, to, kernel, stride, padding), input ?? graph.Last);
        return graph.Add($"{block}.relu_{name}", new Relu());
    }
}
