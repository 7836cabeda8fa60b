namespace CnnVis.Core.Networks;

/// <summary>What is known about a network before its weights are loaded.</summary>
/// <param name="Id">The name in specs and links, such as <c>squeezenet1_1</c>.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Summary">One sentence on what it is and what it knows.</param>
/// <param name="InputSize">The usual side of its square input in pixels.</param>
/// <param name="Graph">Its nodes.</param>
/// <param name="DreamLayer">A layer that dreams well.</param>
/// <param name="ChannelLayer">A layer whose channels have pictures worth looking at.</param>
/// <param name="VisualizationSize">A good side for optimised pictures, in pixels.</param>
/// <param name="Classes">The names of its classes in order.</param>
public sealed record NetworkInfo(
    string Id,
    string Title,
    string Summary,
    int InputSize,
    NetworkGraph Graph,
    string DreamLayer,
    string ChannelLayer,
    int VisualizationSize,
    IReadOnlyList<string> Classes)
{
    /// <summary>Its layers in forward order, with the shapes they have at the usual input size.</summary>
    public IReadOnlyList<Layer> Layers { get; } = Graph.Layers(InputSize, InputSize);

    /// <summary>The names of its classes in German, in the same order; empty where there are none.</summary>
    public IReadOnlyList<string> GermanClasses { get; init; } = [];

    /// <summary>The network as it was trained, where this one has forgotten some of it (<see cref="RandomizedNetwork"/>); else null.</summary>
    public NetworkInfo? Trained { get; init; }

    /// <summary>A layer with the shape it has in a square picture; a side under 1 means that the picture is too small.</summary>
    /// <param name="side">The picture's side in pixels.</param>
    /// <exception cref="UnknownThingException">The network has no such layer.</exception>
    public Layer LayerAt(string id, int side) => Graph.Layers(side, side)[Graph.PositionOf(Layer(id).Id)];

    /// <summary>Finds a layer.</summary>
    /// <exception cref="UnknownThingException">The network has no such layer.</exception>
    public Layer Layer(string id) =>
        Layers.FirstOrDefault(layer => layer.Id == id)
        ?? throw new UnknownThingException("layer", id, $"{Title} has layers such as {DreamLayer}.");
}
