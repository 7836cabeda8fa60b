using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public sealed class MapComparisonTests
{
    [Fact]
    public void Pearson_of_a_small_example_is_the_one_computed_by_hand() =>
        Assert.Equal(0.8, MapComparison.Pearson([1, 2, 3, 4], [1, 3, 2, 4])!.Value, 12);

    [Theory, InlineData(2, 5, 1), InlineData(-3, 1, -1)]
    public void Pearson_of_a_stretched_and_shifted_map_is_one_or_minus_one(float stretch, float shift, double expected)
    {
        float[] map = [0.5f, -1, 4, 2];

        Assert.Equal(expected, MapComparison.Pearson(map, [.. map.Select(value => (stretch * value) + shift)])!.Value, 6);
    }

    // Ranks 0.5, 0.5, 2, 3 against 0, 1, 2, 3: covariance 4.5, squares 4.5 and 5.
    [Fact]
    public void Spearman_gives_equal_numbers_the_average_of_their_ranks() =>
        Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), MapComparison.Spearman([1, 1, 7, 9], [-2, 0, 3, 100])!.Value, 12);

    [Fact]
    public void Spearman_sees_only_the_order() =>
        Assert.Equal(1, MapComparison.Spearman([3, 1, 2, -5], [MathF.Exp(3), MathF.E, MathF.Exp(2), MathF.Exp(-5)]));

    [Fact]
    public void A_constant_map_correlates_with_nothing()
    {
        Assert.Null(MapComparison.Pearson([2, 2, 2], [1, 2, 3]));
        Assert.Null(MapComparison.Spearman([1, 2, 3], [0, 0, 0]));
    }

    [Fact]
    public void The_largest_difference_counts_in_either_direction() =>
        Assert.Equal(3, MapComparison.LargestDifference([1, 5, 0], [2, 2, 1]));

    [Fact]
    public void Maps_of_different_sizes_are_an_error() =>
        Assert.Throws<ArgumentException>(() => MapComparison.Pearson([1, 2], [1]));

    [Fact]
    public void Channels_reduce_to_the_largest_the_sum_and_the_signed_sum()
    {
        var attribution = new FloatArray([3, 1, 2], [1, -4, -3, 2, 1, 1]);

        Assert.Equal([3, 4], ChannelReduction.MaxAbs(attribution).Values);
        Assert.Equal([5, 7], ChannelReduction.SumAbs(attribution).Values);
        Assert.Equal([-1, -1], ChannelReduction.Sum(attribution).Values);
    }
}
