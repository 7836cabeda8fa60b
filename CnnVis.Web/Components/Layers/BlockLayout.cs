using CnnVis.Core.Networks;

namespace CnnVis.Web.Components.Layers;

/// <summary>A node's place in its block.</summary>
/// <param name="Row">From the block's input, 0, to its output.</param>
/// <param name="First">The first column it covers.</param>
/// <param name="Last">The last column it covers.</param>
internal sealed record PlacedNode(Node Node, int Row, int First, int Last);

/// <summary>
/// How a block is drawn: rows from input to output, a column for each branch, and a narrow lane for what passes its
/// nodes by, as a skip connection does. A node alone in its row covers all columns.
/// </summary>
/// <param name="Widths">Of the columns, in shares.</param>
/// <param name="Wires">Paths in an SVG as wide as all shares and as high as there are rows.</param>
internal sealed record BlockLayout(
    IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<int> Widths, int Rows, IReadOnlyList<string> Wires)
{
    public static BlockLayout Of(NetworkBlock block)
    {
        var columns = new BlockColumns();
        foreach (var node in block.Nodes)
        {
            columns.Place(node);
        }

        var nodes = columns.Placed;
        return new(nodes, columns.Widths, columns.Rows, BlockWires.Draw(block, nodes, columns));
    }
}
