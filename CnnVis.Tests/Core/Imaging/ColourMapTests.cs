using CnnVis.Core;
using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Imaging;

public sealed class ColourMapTests
{
    public static TheoryData<string, string, string, string> Published { get; } = new()
    {
        { "viridis", "440154", "21918c", "fde725" },
        { "magma", "000004", "b73779", "fcfdbf" },
        { "inferno", "000004", "bc3754", "fcffa4" },
        { "turbo", "30123b", "a4fc3c", "7a0403" },
        { "jet", "000080", "82ff7e", "800000" },
    };

    // At place 128 of the published tables, which is none of the colours stored here.
    [Theory, MemberData(nameof(Published))]
    public void First_middle_and_last_colours_are_the_published_ones(string id, string first, string middle, string last)
    {
        var map = ColourMap.Find(id);

        Assert.Equal((first, last), (Hex(map, 0), Hex(map, 255)));
        Assert.All(Convert.FromHexString(middle).Zip(map.Rgb.Slice(3 * 128, 3).ToArray()),
            pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));
    }

    [Theory, InlineData("viridis"), InlineData("magma"), InlineData("inferno")]
    public void Lightness_grows_evenly_where_it_is_said_to(string id)
    {
        var lightness = Lightness(ColourMap.Find(id));

        // Bytes are coarse where colours are dark: single steps may stand still, but none goes back by what one can see.
        Assert.All(lightness.Zip(lightness.Skip(1)), pair => Assert.True(pair.Second > pair.First - 0.15));
        Assert.All(lightness.Zip(lightness.Skip(8)), pair => Assert.InRange(pair.Second - pair.First, 1, 5));
    }

    [Fact]
    public void The_diverging_map_is_as_light_on_one_side_as_on_the_other_and_nearly_white_between()
    {
        var lightness = Lightness(ColourMap.BlueRed);

        Assert.All(lightness.Zip(lightness.Reverse()), pair => Assert.Equal(pair.First, pair.Second, tolerance: 0.6));
        Assert.InRange(lightness[128], 95, 97);
        Assert.InRange(lightness[0], 37, 39);
        Assert.All(lightness.Take(128).Zip(lightness.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    [Fact]
    public void The_diverging_map_is_blue_below_zero_and_red_above()
    {
        var below = ColourMap.BlueRed.Rgb[..3];
        var above = ColourMap.BlueRed.Rgb[^3..];

        Assert.True(below[2] > 2 * below[0]);
        Assert.True(above[0] > 2 * above[2]);
    }

    [Fact]
    public void Every_map_has_256_colours_and_an_id_that_finds_it()
    {
        Assert.All(ColourMap.All, map => Assert.Equal((768, map), (map.Rgb.Length, ColourMap.Find(map.Id))));
        Assert.Equal(["blue-red"], ColourMap.All.Where(map => map.IsDiverging).Select(map => map.Id));
    }

    [Fact]
    public void An_unknown_map_is_refused_with_those_there_are()
    {
        var problem = Assert.Throws<UnknownThingException>(() => ColourMap.Find("rainbow"));

        Assert.Equal("unknown-colour-map", problem.Kind);
        Assert.Contains("viridis, magma, inferno, turbo, blue-red, jet", problem.Message, StringComparison.Ordinal);
    }

    private static string Hex(ColourMap map, int place) => Convert.ToHexStringLower(map.Rgb.Slice(3 * place, 3));

    private static double[] Lightness(ColourMap map) => [.. Enumerable.Range(0, ColourMap.Size)
        .Select(i => CieLab.Lightness(map.Rgb[3 * i], map.Rgb[(3 * i) + 1], map.Rgb[(3 * i) + 2]))];
}
