using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks;

/// <summary>
/// The square of the picture that one cell of a layer can depend on (Araujo, Norris, Sim: "Computing Receptive Fields
/// of Convolutional Neural Networks", Distill 2019). Padding is not subtracted: near an edge less of it is picture.
/// </summary>
/// <param name="Size">Its side in pixels of the network's input; null means the whole picture.</param>
/// <param name="Stride">How far apart the squares of neighbouring cells are, in pixels; 0 where there is one for all.</param>
public sealed record ReceptiveField(long? Size, long Stride)
{
    /// <summary>All of the picture, whatever its size.</summary>
    public static ReceptiveField WholePicture { get; } = new(null, 0);

    private static readonly ReceptiveField Pixel = new(1, 1);

    /// <summary>The receptive field of every node, by its id.</summary>
    public static IReadOnlyDictionary<string, ReceptiveField> Of(NetworkGraph graph)
    {
        var fields = new Dictionary<string, ReceptiveField> { [NetworkGraph.Input] = Pixel };
        foreach (var node in graph.Nodes)
        {
            var widest = node.Inputs.Select(id => fields[id]).Aggregate(Widest);
            fields[node.Id] = widest.Through(node.Operation.Window);
        }

        fields.Remove(NetworkGraph.Input);
        return fields;
    }

    // r_out = r_in + (k - 1) j_in and j_out = j_in s, with r the size and j the stride in pixels.
    private ReceptiveField Through(Window window) => (Size, window.Kernel) is ({ } size, { } kernel)
        ? new(size + ((kernel - 1) * Stride), Stride * window.Stride)
        : WholePicture;

    // Branches that meet have cells of the same size: what differs is how far they look.
    private static ReceptiveField Widest(ReceptiveField a, ReceptiveField b) => (a.Size, b.Size) is ({ } one, { } other)
        ? new(Math.Max(one, other), Math.Max(a.Stride, b.Stride))
        : WholePicture;
}
