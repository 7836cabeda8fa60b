using CnnVis.Core.Networks;

namespace CnnVis.Web.Components.Layers;

/// <summary>Gives the nodes of a block their rows and columns, and each connection a way that runs behind no node.</summary>
internal sealed class BlockColumns
{
    private const int NodeWidth = 6;
    private const int LaneWidth = 1;

    private readonly Dictionary<string, (Node Node, int Row, int Column)> _places = [];
    private readonly Dictionary<(string From, string To), int> _lanes = [];

    // Which rows of each column are taken, by nodes or by connections that pass.
    private readonly List<HashSet<int>> _taken = [];

    public int Rows => _places.Values.Max(place => place.Row) + 1;

    public IReadOnlyList<int> Widths =>
        [.. _taken.Select((_, column) => _places.Values.Any(place => place.Column == column) ? NodeWidth : LaneWidth)];

    public IReadOnlyList<PlacedNode> Placed => [.. _places.Values.Select(Spread)];

    /// <summary>Places the next node in forward order.</summary>
    public void Place(Node node)
    {
        var row = node.Inputs.Max(RowOf) + 1;
        var continued = node.Inputs.FirstOrDefault(input => IsFree(input, row));
        var column = continued is null ? NewColumn() : _places[continued].Column;
        _taken[column].UnionWith(continued is null ? [row] : Between(RowOf(continued), row + 1));
        _places.Add(node.Id, (node, row, column));
        foreach (var input in node.Inputs.Where(input => input != continued).Distinct())
        {
            Lead(input, node.Id, row);
        }
    }

    /// <summary>The column in which a connection runs past other rows, or null where it passes none.</summary>
    public int? Lane(string from, string to) => _lanes.TryGetValue((from, to), out var lane) ? lane : null;

    // What comes from outside the block comes from above its first row.
    public int RowOf(string id) => _places.TryGetValue(id, out var place) ? place.Row : -1;

    private bool IsFree(string input, int row) =>
        _places.TryGetValue(input, out var place) && !_taken[place.Column].Overlaps(Between(place.Row, row + 1));

    private void Lead(string from, string to, int row)
    {
        int[] passed = [.. Between(RowOf(from), row)];
        if (passed.Length > 0)
        {
            var lane = IsFree(from, row - 1) ? _places[from].Column : NewColumn();
            _taken[lane].UnionWith(passed);
            _lanes[(from, to)] = lane;
        }
    }

    private int NewColumn()
    {
        _taken.Add([]);
        return _taken.Count - 1;
    }

    private PlacedNode Spread((Node Node, int Row, int Column) place) =>
        _taken.Count(rows => rows.Contains(place.Row)) == 1
            ? new(place.Node, place.Row, 0, _taken.Count - 1)
            : new(place.Node, place.Row, place.Column, place.Column);

    private static IEnumerable<int> Between(int above, int below) => Enumerable.Range(above + 1, below - above - 1);
}
