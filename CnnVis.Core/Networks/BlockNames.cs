namespace CnnVis.Core.Networks;

/// <summary>
/// Finds the block that a node's name puts it into: the shortest beginning of its name that is no mere list of parts.
/// torchvision's <c>features</c> and <c>layer3</c> are such lists, and what holds most of a network is no block either.
/// </summary>
internal sealed class BlockNames
{
    // An Inception module of torchvision has 20 nodes, the smallest dense block 42.
    private const int MostNodes = 32;

    private readonly HashSet<string> _nodes;
    private readonly Dictionary<string, List<string>> _within = [];

    public BlockNames(NetworkGraph graph)
    {
        _nodes = [.. graph.Nodes.Select(node => node.Id)];
        foreach (var (prefix, rest) in _nodes.SelectMany(id => Prefixes(id).Select(prefix => (prefix, id[(prefix.Length + 1)..]))))
        {
            _within.TryAdd(prefix, []);
            _within[prefix].Add(rest);
        }
    }

    public string Of(string id) => Prefixes(id).Append(id).First(name => name == id || IsBlock(name));

    private bool IsBlock(string prefix)
    {
        var parts = _within[prefix];
        return parts.Count < MostNodes && !IsList(prefix, parts);
    }

    // Numbered parts make a list, unless they are single nodes and the whole is known by its own name:
    // MobileNet's features.0 is a convolution, its normalisation and its activation.
    private bool IsList(string prefix, List<string> parts) =>
        parts.All(part => part.Split('.')[0].All(char.IsAsciiDigit))
        && !(_nodes.Contains(prefix) && parts.All(part => !part.Contains('.', StringComparison.Ordinal)));

    // "a.b.c" begins with "a" and with "a.b".
    private static IEnumerable<string> Prefixes(string id) =>
        Enumerable.Range(0, id.Length).Where(at => id[at] == '.').Select(at => id[..at]);
}
