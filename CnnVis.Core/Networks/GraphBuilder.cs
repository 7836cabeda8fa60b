using CnnVis.Core.Networks.Operations;

namespace CnnVis.Core.Networks;

/// <summary>Writes a graph down in forward order. A node without named inputs takes the one before it.</summary>
internal sealed class GraphBuilder
{
    private readonly List<Node> _nodes = [];

    /// <summary>The id of the node added last.</summary>
    public string Last => _nodes.Count == 0 ? NetworkGraph.Input : _nodes[^1].Id;

    /// <summary>Adds a node and returns its id.</summary>
    public string Add(string id, Operation operation, params string[] inputs)
    {
        _nodes.Add(new Node(id, operation, inputs.Length == 0 ? [Last] : inputs));
        return id;
    }

    /// <summary>The graph of the nodes added.</summary>
    /// <param name="trainingHeads">Classifiers beside them that help in training only: never computed here.</param>
    public NetworkGraph Build(NetworkGraph? trainingHeads = null) => new(_nodes, trainingHeads);
}
