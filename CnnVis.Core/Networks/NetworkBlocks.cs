namespace CnnVis.Core.Networks;

/// <summary>Divides a network into blocks by the names of its nodes.</summary>
public static class NetworkBlocks
{
    /// <summary>The blocks in forward order; together they hold every node once.</summary>
    public static IReadOnlyList<NetworkBlock> Of(NetworkGraph graph)
    {
        var names = new BlockNames(graph);
        var groups = new List<(string Name, List<Node> Nodes)>();
        foreach (var node in graph.Nodes)
        {
            var name = names.Of(node.Id);
            if (groups.Count == 0 || groups[^1].Name != name)
            {
                groups.Add((name, [])); // also where another block came in between: the order stays
            }

            groups[^1].Nodes.Add(node);
        }

        return [.. groups.Select(group => Connect(graph, group.Name, group.Nodes))];
    }

    private static NetworkBlock Connect(NetworkGraph graph, string name, IReadOnlyList<Node> nodes)
    {
        var own = nodes.Select(node => node.Id).ToHashSet();
        var read = graph.Nodes.Where(node => !own.Contains(node.Id)).SelectMany(node => node.Inputs).Append(graph.Output).ToHashSet();
        return new NetworkBlock(
            name,
            nodes,
            [.. nodes.SelectMany(node => node.Inputs).Where(id => !own.Contains(id)).Distinct()],
            [.. nodes.Select(node => node.Id).Where(read.Contains)]);
    }
}
