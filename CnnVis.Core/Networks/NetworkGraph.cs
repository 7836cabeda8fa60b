using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks;

/// <summary>A named step of a network.</summary>
/// <param name="Id">Its name as torchvision or Caffe writes it.</param>
/// <param name="Inputs">Ids of earlier nodes, or <see cref="NetworkGraph.Input"/>.</param>
public sealed record Node(string Id, Operation Operation, IReadOnlyList<string> Inputs);

/// <summary>A network as an ordered list of named nodes; each node's inputs come before it. It holds no weights.</summary>
/// <param name="nodes">The nodes in forward order; the last one gives the logits.</param>
/// <param name="trainingHeads">
/// Further classifiers that help in training only; weights files hold their tensors, and they are never computed here.
/// </param>
public sealed class NetworkGraph(IReadOnlyList<Node> nodes, NetworkGraph? trainingHeads = null)
{
    /// <summary>The id that stands for the network's input, [batch, 3, height, width] after preprocessing.</summary>
    public const string Input = "input";

    private readonly Dictionary<string, int> _positions =
        nodes.Select((node, index) => (node.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

    /// <summary>The nodes in forward order.</summary>
    public IReadOnlyList<Node> Nodes { get; } = nodes;

    /// <summary>The id of the last node, whose activation is the logits.</summary>
    public string Output => Nodes[^1].Id;

    /// <summary>The position of a node in <see cref="Nodes"/>.</summary>
    /// <exception cref="UnknownThingException">There is no such node.</exception>
    public int PositionOf(string id) => _positions.TryGetValue(id, out var position)
        ? position
        : throw new UnknownThingException("layer", id, $"The last layer is {Output}.");

    /// <summary>Every tensor the network needs: full name and shape.</summary>
    public IReadOnlyDictionary<string, long[]> ParameterShapes { get; } = nodes
        .SelectMany(node => node.Operation.Parameters, (node, entry) => ($"{node.Id}.{entry.Key}", entry.Value))
        .ToDictionary();

    /// <summary>
    /// Every tensor that a weights file may hold beside <see cref="ParameterShapes"/> because training needs it: full
    /// name and shape. Together they are torchvision's state dict.
    /// </summary>
    public IReadOnlyDictionary<string, long[]> TrainingOnlyShapes { get; } = nodes
        .SelectMany(node => node.Operation.TrainingOnly, (node, entry) => KeyValuePair.Create($"{node.Id}.{entry.Key}", entry.Value))
        .Concat(trainingHeads is null ? [] : trainingHeads.ParameterShapes.Concat(trainingHeads.TrainingOnlyShapes))
        .ToDictionary();

    /// <summary>The layers with the shapes they have for an input of this size.</summary>
    /// <param name="height">The input's height in pixels.</param>
    /// <param name="width">The input's width in pixels.</param>
    public IReadOnlyList<Layer> Layers(int height, int width)
    {
        var shapes = new Dictionary<string, long[]> { [Input] = [3, height, width] };
        foreach (var node in Nodes)
        {
            shapes[node.Id] = node.Operation.OutputShape([.. node.Inputs.Select(input => shapes[input])]);
        }

        return [.. Nodes.Select(node => new Layer(node.Id, node.Operation.Kind, shapes[node.Id]))];
    }
}
