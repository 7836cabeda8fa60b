using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public sealed class MapRangeTests
{
    [Theory]
    [InlineData(MapNormalization.ByMax, false, 0, 3)]
    [InlineData(MapNormalization.MinMax, false, -4, 3)]
    [InlineData(MapNormalization.Symmetric, true, -4, 4)]
    [InlineData(MapNormalization.Percentile98, false, -4, 2.92)] // 3.92 of the way along -4, 0, 1, 2, 3
    [InlineData(MapNormalization.Percentile99, true, -3.96, 3.96)] // of the magnitudes 0, 1, 2, 3, 4
    public void Each_rule_has_its_ends(MapNormalization rule, bool hasSign, double low, double high)
    {
        var range = MapRange.Of([Row(1, -4, 3, 0, 2)], rule, hasSign);

        Assert.Equal((low, high), (Math.Round(range.Low, 5), Math.Round(range.High, 5)));
    }

    [Fact]
    public void Common_ends_are_those_of_all_maps_together() =>
        Assert.Equal(new MapRange(-1, 7), MapRange.Of([Row(-1, 2), Row(0, 7)], MapNormalization.MinMax));

    [Fact]
    public void What_is_no_finite_number_does_not_count() =>
        Assert.Equal(new MapRange(0, 2), MapRange.Of([Row(2, float.NaN, float.PositiveInfinity)], MapNormalization.ByMax));

    [Fact]
    public void Numbers_outside_the_ends_take_the_nearer_end()
    {
        var range = new MapRange(0, 4);

        Assert.Equal([0, 0.25, 1, 0], new[] { -1, 1, 9, double.NaN }.Select(range.Scale));
    }

    [Theory]
    [InlineData(MapNormalization.ByMax, 0)]
    [InlineData(MapNormalization.MinMax, 0)]
    [InlineData(MapNormalization.Symmetric, 0.5)]
    [InlineData(MapNormalization.Percentile98, 0)]
    [InlineData(MapNormalization.Percentile99, 0)]
    public void Zeros_stay_zeros_under_every_rule(MapNormalization rule, double zero) =>
        Assert.Equal(zero, MapRange.Of([Row(0, 0, 0)], rule).Scale(0));

    [Fact]
    public void A_constant_map_is_the_highest_by_its_maximum_and_nothing_by_its_range()
    {
        Assert.Equal(1, MapRange.Of([Row(5, 5)], MapNormalization.ByMax).Scale(5));
        Assert.Equal(0, MapRange.Of([Row(5, 5)], MapNormalization.MinMax).Scale(5));
    }

    [Fact]
    public void A_single_peak_survives_a_percentile_that_is_zero()
    {
        var range = MapRange.Of([Row([.. new float[999], 8])], MapNormalization.Percentile99);

        Assert.Equal((0, 1), (range.Scale(0), range.Scale(8)));
    }

    private static FloatArray Row(params float[] values) => new([1, values.Length], values);
}
