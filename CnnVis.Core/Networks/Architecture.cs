using CnnVis.Core.Weights;

namespace CnnVis.Core.Networks;

/// <summary>A kind of network, before any weights: one file each in Architectures.</summary>
/// <param name="Id">The name of the network and of its weights file.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Summary">One sentence on what it is and what it knows.</param>
internal sealed record Architecture(string Id, string Title, string Summary, NetworkGraph Graph, Preprocessing Preprocessing)
{
    /// <summary>A layer that dreams well.</summary>
    public required string DreamLayer { get; init; }

    /// <summary>A layer whose channels have pictures worth looking at.</summary>
    public required string ChannelLayer { get; init; }

    /// <summary>The usual side of the square input in pixels.</summary>
    public int InputSize { get; init; } = 224;

    /// <summary>A good side for optimised pictures in pixels.</summary>
    public int VisualizationSize { get; init; } = 128;

    /// <summary>The names of the classes where they belong to the architecture; null means ImageNet's thousand.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>The names of the classes in German, where there are any.</summary>
    public IReadOnlyList<string> GermanClasses { get; init; } = [];

    /// <summary>Today's name of a tensor that older weights files call otherwise; any other name stays.</summary>
    public Func<string, string> CurrentName { get; init; } = name => name;

    public NetworkInfo Describe(IReadOnlyList<string> imageNetClasses) => new(
        Id,
        Title,
        Summary,
        InputSize,
        Graph,
        DreamLayer,
        ChannelLayer,
        VisualizationSize,
        Classes ?? imageNetClasses) { GermanClasses = GermanClasses };

    /// <summary>The network with the weights of a file; it is the caller's.</summary>
    /// <param name="info">What <see cref="Describe"/> gave.</param>
    /// <exception cref="InvalidWeightsException">The file is damaged or does not fit.</exception>
    public Network Read(string path, NetworkInfo info)
    {
        var found = WeightsFile.Read(path).Renamed(CurrentName);
        return new Network(info, Preprocessing, StrictWeights.Match(Title, Graph.ParameterShapes, found, Graph.TrainingOnlyShapes));
    }
}
