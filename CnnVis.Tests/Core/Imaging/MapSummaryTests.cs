using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public sealed class MapSummaryTests
{
    [Fact]
    public void The_strong_cells_say_where_and_how_much() =>
        Assert.Equal(new MapSummary(0, 2, 2 / 9.0), MapSummary.Of(Map(3, 0, 0.49f, 1, 0, 0, 0.5f, 0, 0, 0)));

    [Fact]
    public void Many_strong_cells_outweigh_a_stronger_one() =>
        Assert.Equal((2, 0), Place(MapSummary.Of(Map(6,
            0, 0, 0, 0, 0, 9,
            0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0,
            5, 5, 0, 0, 0, 0,
            0, 0, 0, 0, 0, 0))));

    // Of four cells in a row the second lies by a third in the first third of the picture, and by two in the middle.
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 2)]
    [InlineData(4, 1, 0)]
    [InlineData(15, 2, 2)]
    public void A_cell_on_a_border_counts_for_the_ninth_that_has_most_of_it(int cell, int row, int column)
    {
        var values = new float[16];
        values[cell] = 1;

        Assert.Equal((row, column), Place(MapSummary.Of(Map(4, values))));
    }

    [Fact]
    public void A_map_that_is_strong_everywhere_is_strongest_in_no_corner() =>
        Assert.Equal(1, MapSummary.Of(Map(5, [.. Enumerable.Repeat(2f, 25)]))!.Value.Share);

    [Fact]
    public void What_speaks_against_counts_where_there_is_a_sign()
    {
        var map = Map(3, -4, 0, 0, 0, 0, 0, 0, 0, 1);

        Assert.Equal(new MapSummary(2, 2, 1 / 9.0), MapSummary.Of(map));
        Assert.Equal(new MapSummary(0, 0, 1 / 9.0), MapSummary.Of(map, hasSign: true));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, float.NaN)]
    public void A_map_without_strength_has_no_summary(float first, float second) => Assert.Null(MapSummary.Of(Map(2, first, second, 0, 0)));

    [Fact]
    public void What_is_no_number_has_no_strength() =>
        Assert.Equal(new MapSummary(0, 0, 0.25), MapSummary.Of(Map(2, 1, float.PositiveInfinity, float.NaN, 0)));

    private static (int, int) Place(MapSummary? summary) => (summary!.Value.Row, summary.Value.Column);

    private static FloatArray Map(int width, params float[] values) => new([values.Length / width, width], values);
}
