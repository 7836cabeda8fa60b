using System.Globalization;
using CnnVis.Core.Networks;

namespace CnnVis.Web.Components.Layers;

/// <summary>Draws the connections of a block: straight down wherever a node above or below is wide enough for it.</summary>
internal static class BlockWires
{
    public static IReadOnlyList<string> Draw(NetworkBlock block, IReadOnlyList<PlacedNode> nodes, BlockColumns columns)
    {
        var places = nodes.ToDictionary(place => place.Node.Id);
        var middles = Middles(columns.Widths);
        var all = new Span(0, columns.Widths.Sum());
        var wires = (
            from place in nodes
            from input in place.Node.Inputs.Distinct()
            let lane = columns.Lane(input, place.Node.Id)
            select Wire(SpanOf(input), columns.RowOf(input), SpanOf(place.Node.Id), place.Row, lane is { } column ? middles[column] : null)).ToList();
        wires.AddRange(
            from output in block.Outputs
            where places[output].Row == columns.Rows - 1
            select Wire(SpanOf(output), columns.Rows - 1, all, columns.Rows, lane: null));
        return [.. Bar(wires, all.Middle), .. wires.Select(wire => wire.Path).Distinct()];

        // What is outside the block comes from its upper edge, anywhere along it.
        Span SpanOf(string id) => places.TryGetValue(id, out var at)
            ? new(middles[at.First] - (columns.Widths[at.First] / 2.0), middles[at.Last] + (columns.Widths[at.Last] / 2.0))
            : all;
    }

    private readonly record struct Span(double Left, double Right)
    {
        public double Width => Right - Left;

        public double Middle => (Left + Right) / 2;

        // Where a wire that runs at x leaves or enters.
        public double Nearest(double x) => x > Left && x < Right ? x : Middle;
    }

    private static (double Start, double Top, string Path) Wire(Span from, int fromRow, Span to, int toRow, double? lane)
    {
        var x = lane ?? (from.Width < to.Width ? from : to).Middle;
        var (start, end) = (from.Nearest(x), to.Nearest(x));
        var (top, bottom) = (fromRow < 0 ? 0 : fromRow + 0.5, toRow + 0.5);
        return (start, top, string.Create(
            CultureInfo.InvariantCulture,
            $"M{start} {top}{Bend(start, top, x, top + 1)}V{bottom - (end == x ? 0 : 1)}{Bend(x, bottom - 1, end, bottom)}"));
    }

    private static string Bend(double fromX, double fromY, double toX, double toY) => fromX == toX
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"C{fromX} {toY} {toX} {fromY} {toX} {toY}");

    // What comes into the block in its middle goes along its upper edge to where wires begin.
    private static IEnumerable<string> Bar(IEnumerable<(double Start, double Top, string Path)> wires, double middle)
    {
        double[] starts = [.. wires.Where(wire => wire.Top == 0).Select(wire => wire.Start), middle];
        return starts.Min() < starts.Max()
            ? [string.Create(CultureInfo.InvariantCulture, $"M{starts.Min()} 0H{starts.Max()}")]
            : [];
    }

    private static double[] Middles(IReadOnlyList<int> widths) =>
        [.. widths.Select((width, column) => widths.Take(column).Sum() + (width / 2.0))];
}
