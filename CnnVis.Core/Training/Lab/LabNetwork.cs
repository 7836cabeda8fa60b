using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;

namespace CnnVis.Core.Training.Lab;

/// <summary>
/// The networks of the lab: blocks of a convolution with normalisation and ReLU, and a last convolution with one filter
/// per class whose maps are averaged (Lin et al. 2013, arXiv 1312.4400; Zhou et al. 2016, arXiv 1512.04150).
/// </summary>
internal static class LabNetwork
{
    /// <summary>The node whose activation is the class maps, as they are averaged.</summary>
    public const string Maps = "maps";

    // Class maps of fewer than 7 cells a side would show no place.
    private const int MostPools = 2;

    /// <summary>The network that these options ask for.</summary>
    public static Architecture Of(GapLabOptions options)
    {
        var data = DataSetInfo.Find(options.Data);
        var last = options.Widths.Count;
        return new Architecture(
            "lab",
            $"Lab: {data.Title}",
            $"Trained in the lab; it knows the {data.Classes.Count} classes of {data.Title} and nothing else.",
            Build(options, data.Classes.Count),
            options.Manner == NetworkManner.Keras ? new Preprocessing(1, [0, 0, 0], [1, 1, 1]) : Preprocessing.Halves)
        {
            DreamLayer = options.Manner == NetworkManner.Keras ? $"bn{last}" : $"relu{last}",
            ChannelLayer = $"conv{last}",
            InputSize = data.Side,
            VisualizationSize = 48,
            Classes = data.Classes,
        };
    }

    private static NetworkGraph Build(GapLabOptions options, int classes)
    {
        var graph = new GraphBuilder();
        var channels = 3;
        for (var number = 1; number <= options.Widths.Count; number++)
        {
            Block(graph, number, channels, options.Widths[number - 1], options.Manner);
            channels = options.Widths[number - 1];
            if (number < options.Widths.Count && number <= MostPools)
            {
                graph.Add($"pool{number}", new MaxPool(2, 2));
            }
        }

        graph.Add("classes", new Convolution(channels, classes, 3, Padding: 1));
        graph.Add(Maps, options.Manner == NetworkManner.Keras ? new Relu() : new BlockOutput());
        graph.Add("gap", new AdaptiveAveragePool());
        graph.Add("logits", new Flattening());
        return graph.Build();
    }

    private static void Block(GraphBuilder graph, int number, int from, int to, NetworkManner manner)
    {
        graph.Add($"conv{number}", new Convolution(from, to, 3, Padding: 1));
        if (manner == NetworkManner.Keras)
        {
            graph.Add($"relu{number}", new Relu());
            graph.Add($"bn{number}", new BatchNormalization(to, Epsilon: 1e-3, Momentum: 0.01));
        }
        else
        {
            graph.Add($"bn{number}", new BatchNormalization(to));
            graph.Add($"relu{number}", new Relu());
        }
    }
}
