using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Core.Networks.Architectures;

/// <summary>
/// The built-in network: seven 3x3 convolutions in the manner of VGG (Simonyan and Zisserman 2014, arXiv 1409.1556),
/// then a 1x1 convolution with one filter per class and global average pooling (Lin et al. 2013, arXiv 1312.4400), so
/// that its class maps are its last layer. No pooling after the fifth convolution keeps these maps fine, and no stride
/// in a convolution keeps pictures made by its gradients free of a grid.
/// </summary>
internal static class DrawingNet
{
    /// <summary>The last convolution, one filter per class: its activations are the class maps.</summary>
    public const string Head = "classes";

    // Pooling halves the picture after these convolutions.
    private static readonly int[] PooledAfter = [1, 2, 4];

    /// <summary>The channels of each convolution.</summary>
    public static IReadOnlyList<int> Widths { get; } = [16, 32, 64, 96, 128, 192, 256];

    /// <summary>The network as it is trained, with a batch normalisation after each convolution.</summary>
    public static NetworkGraph Trained { get; } = Build(normalized: true);

    /// <summary>The network as it is shipped, the normalisations folded into the convolutions.</summary>
    public static NetworkGraph Folded { get; } = Build(normalized: false);

    public static Architecture BuiltIn { get; } = new(
        "builtin",
        "Built-in: 122 drawings",
        "A small network that knows 122 kinds of drawings, from dogs to umbrellas. It has never seen a photograph: there it guesses.",
        Folded,
        Preprocessing.Halves)
    {
        DreamLayer = "relu5",
        ChannelLayer = "conv6",
        InputSize = 96,
        VisualizationSize = 64,
        Classes = [.. DrawingClass.All.Select(kind => kind.English)],
        GermanClasses = [.. DrawingClass.All.Select(kind => kind.German)],
    };

    private static NetworkGraph Build(bool normalized)
    {
        var graph = new GraphBuilder();
        for (var number = 1; number <= Widths.Count; number++)
        {
            Block(graph, number, normalized);
        }

        graph.Add(Head, new Convolution(Widths[^1], DrawingClass.All.Count, 1));
        graph.Add("gap", new AdaptiveAveragePool());
        graph.Add("logits", new Flattening());
        return graph.Build();
    }

    private static void Block(GraphBuilder graph, int number, bool normalized)
    {
        var (from, to) = (number == 1 ? 3 : Widths[number - 2], Widths[number - 1]);
        graph.Add($"conv{number}", new Convolution(from, to, 3, Padding: 1));
        if (normalized)
        {
            graph.Add($"bn{number}", new BatchNormalization(to));
        }

        graph.Add($"relu{number}", new Relu());
        if (PooledAfter.Contains(number))
        {
            graph.Add($"pool{number}", new MaxPool(2, 2));
        }
    }
}
