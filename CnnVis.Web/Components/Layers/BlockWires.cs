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
        var wires = new HashSet<string>();
        foreach (var place in nodes)
        {
            foreach (var input in place.Node.Inputs)
            {
                var lane = columns.Lane(input, place.Node.Id) is { } column ? middles[column] : (double?)null;
                wires.Add(Path(SpanOf(input), columns.RowOf(input), SpanOf(place.Node.Id), place.Row, lane));
            }
        }

        foreach (var output in block.Outputs.Where(id => places[id].Row == columns.Rows - 1))
        {
            wires.Add(Path(SpanOf(output), columns.Rows - 1, all, columns.Rows, lane: null));
        }

        return [.. wires];

        Span SpanOf(string id) => places.TryGetValue(id, out var place) && place is { } at
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

    private static string Path(Span from, int fromRow, Span to, int toRow, double? lane)
    {
        var x = lane ?? (from.Width < to.Width ? from : to).Middle;
        var (start, end) = (from.Nearest(x), to.Nearest(x));
        var (top, bottom) = (fromRow < 0 ? 0 : fromRow + 0.5, toRow + 0.5);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"M{start} {top}{Bend(start, top, x, top + 1)}V{bottom - (end == x ? 0 : 1)}{Bend(x, bottom - 1, end, bottom)}");
    }

    private static string Bend(double fromX, double fromY, double toX, double toY) => fromX == toX
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"C{fromX} {toY} {toX} {fromY} {toX} {toY}");

    private static double[] Middles(IReadOnlyList<int> widths) =>
        [.. widths.Select((width, column) => widths.Take(column).Sum() + (width / 2.0))];
}
