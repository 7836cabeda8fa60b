using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public sealed class HeatMapDisplayTests
{
    [Fact]
    public void Scaled01_cuts_below_zero_scales_resizes_and_scales_again()
    {
        // After ReLU and min-max: 0, 0.5, 1 of 2, 3, 4 would not start at zero, so the first step is seen.
        var map = new FloatArray([1, 3], [2, 3, 4]);

        var scaled = HeatMapDisplay.Scaled01(map, 1, 6).Values;

        // Half-pixel places -0.25, 0.25, 0.75, 1.25, 1.75, 2.25.
        Assert.Equal([0, 0.125f, 0.375f, 0.625f, 0.875f, 1], scaled.Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void Scaled01_scales_again_what_resizing_made_smaller()
    {
        var map = new FloatArray([1, 4], [-9, 0, 2, 0]);

        // The pairs' means are 0 and 1 after the first scaling to 0, 0, 1, 0, halved.
        Assert.Equal([0, 1], HeatMapDisplay.Scaled01(map, 1, 2).Values.Select(value => MathF.Round(value, 5)));
    }

    [Theory, InlineData(0), InlineData(-3), InlineData(6)]
    public void Scaled01_of_a_map_of_one_number_is_zero_everywhere(float number) =>
        Assert.All(HeatMapDisplay.Scaled01(new FloatArray([2, 2], [number, number, number, number]), 4, 4).Values,
            value => Assert.Equal(0, value));

    [Fact]
    public void Scaled_follows_the_rules_in_their_order()
    {
        var map = new FloatArray([1, 2], [-1, 4]);
        var cut = MapRules.Usual(hasSign: true) with { Relu = true, Normalization = MapNormalization.MinMax, Resize = MapResize.Nearest };

        Assert.Equal([0.375f, 1], HeatMapDisplay.Scaled(map, 1, 2, MapRules.Usual(hasSign: true)).Values);
        Assert.Equal([0, 1], HeatMapDisplay.Scaled(map, 1, 2, MapRules.Usual(hasSign: false)).Values);
        Assert.Equal([0, 0, 1, 1], HeatMapDisplay.Scaled(map, 1, 4, cut).Values);
    }

    [Fact]
    public void On_a_common_scale_the_weaker_map_stays_weaker()
    {
        var (strong, weak) = (new FloatArray([1, 2], [0, 8]), new FloatArray([1, 2], [0, 2]));
        var rules = MapRules.Usual(hasSign: false);

        var common = HeatMapDisplay.Scale([strong, weak], rules);

        Assert.Equal([0, 0.25f], HeatMapDisplay.Scaled(weak, 1, 2, rules, common).Values);
        Assert.Equal([0, 1], HeatMapDisplay.Scaled(weak, 1, 2, rules).Values);
    }

    [Fact]
    public void Zero_and_one_take_the_first_and_last_colour()
    {
        var picture = HeatMapDisplay.Colour(new FloatArray([1, 3], [0, 1, float.NaN]), ColourMap.Viridis);

        Assert.Equal("440154fde725440154", Convert.ToHexStringLower(picture.Rgb));
    }

    [Theory, InlineData(0, 100), InlineData(0.5, 150), InlineData(1, 200)]
    public void Opacity_is_the_share_of_what_lies_above(double opacity, byte expected)
    {
        var (below, above) = (new Picture(1, 1, [100, 100, 100]), new Picture(1, 1, [200, 200, 200]));

        Assert.Equal([expected, expected, expected], HeatMapDisplay.Overlay(below, above, [opacity]).Rgb);
    }

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(false, 0.25, 0.4)]
    [InlineData(false, 0.5, 0.8)]
    [InlineData(false, 1, 0.8)]
    [InlineData(true, 0.5, 0)]
    [InlineData(true, 0.25, 0.8)]
    [InlineData(true, 0.625, 0.4)]
    public void A_map_takes_more_of_a_pixel_the_stronger_it_is_there(bool showsSign, float scaled, double share) =>
        Assert.Equal(share, Assert.Single(HeatMapDisplay.Shares([scaled], showsSign, opacity: 0.8)), 1e-6);

    [Fact]
    public void Layers_of_another_size_are_an_error() => Assert.Throws<ArgumentException>(
        () => HeatMapDisplay.Overlay(new Picture(1, 1, [1, 2, 3]), new Picture(2, 1, new byte[6]), [0.5, 0.5]));
}
