using CnnVis.Web.Components.Frames;

namespace CnnVis.Tests.Web.Components;

public sealed class ChartPiecesTests
{
    private static readonly (double, double) Range = (0, 1);

    [Fact]
    public void However_long_a_line_grows_only_its_last_piece_changes()
    {
        const int total = 15_640;
        var values = Enumerable.Range(0, total).Select(i => (Math.Sin(i) + 1) / 2).ToList();
        var before = Pieces(values.Take(total / 2), total);
        foreach (var count in new[] { (total / 2) + 1, total - 50, total })
        {
            var now = Pieces(values.Take(count), total);

            Assert.Equal(before.SkipLast(1), now.Take(before.Count - 1));
            Assert.All(now, piece => Assert.InRange(piece.Split(' ').Length, 1, ChartPieces.Length));
            Assert.InRange(now.Count, before.Count, (ChartPoints.Most / (ChartPieces.Length - 1)) + 1);
            before = now;
        }
    }

    [Fact]
    public void Pieces_join_where_one_ends_and_the_next_begins()
    {
        var pieces = Pieces(Enumerable.Range(0, 100).Select(i => i / 100.0), 100);

        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Equal(pair.First.Split(' ')[^1], pair.Second.Split(' ')[0]));
        Assert.Equal("1000,2", pieces[^1].Split(' ')[^1]);
    }

    [Fact]
    public void Of_many_values_the_means_of_neighbours_are_drawn_in_their_middle() => Assert.Equal(
        [new ChartPoint(2 / 600.0, 2), new ChartPoint(5 / 600.0, 5)], ChartPieces.Means([1, 2, 3, 4, 5, 6, 7], 600));

    [Fact]
    public void A_value_that_is_no_number_leaves_a_gap() =>
        Assert.Equal(["500,100 1000,0"], Pieces([double.NaN, 0.5, double.PositiveInfinity, 1], 4));

    [Fact]
    public void Nothing_is_no_line() => Assert.Empty(Pieces([], 10));

    private static List<string> Pieces(IEnumerable<double> values, int total) =>
        [.. ChartPieces.Of(ChartPieces.Means([.. values], total), Range)];
}
