using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Tests.Support;
using CnnVis.Web.Api;

namespace CnnVis.Tests.Web.Api;

public sealed class MapQueryTests
{
    private static readonly Picture Cat = Pictures.Soft(8, 8);

    [Fact]
    public void A_run_without_maps_gives_its_picture() => Assert.Same(Cat, MapQuery.Read(null, null, null).Show(Frame()));

    [Fact]
    public void The_map_is_laid_over_the_picture_by_the_usual_rules()
    {
        var map = Map(hasSign: false);
        var expected = HeatMapDisplay.Over(Cat, map.Values, MapRules.Usual(hasSign: false), ColourMap.Inferno, 0.6);

        Assert.Equal(expected.Rgb, MapQuery.Read(null, null, null).Show(Frame(map)).Rgb);
    }

    [Fact]
    public void A_map_with_a_sign_takes_the_diverging_colours()
    {
        // Symmetric: zero, in the lower left, is the nearly white middle.
        var shown = MapQuery.Read(null, null, "false").Show(Frame(Map(hasSign: true)));

        Assert.All(Pixel(shown, 0, 7), value => Assert.True(value > 235));
    }

    [Fact]
    public void Colours_and_opacity_are_as_asked_for()
    {
        var alone = MapQuery.Read("jet", null, "false").Show(Frame(Map(hasSign: false)));
        var unseen = MapQuery.Read("jet", "0", null).Show(Frame(Map(hasSign: false)));

        Assert.Equal([128, 0, 0], Pixel(alone, 7, 7));
        Assert.Equal(Cat.Rgb, unseen.Rgb);
    }

    [Fact]
    public void Several_maps_stand_side_by_side_in_their_order()
    {
        var (first, second) = (Map(hasSign: false), Map(hasSign: true));
        var sheet = MapQuery.Read(null, null, null).Show(Frame(first, second));

        Assert.Equal((20, 8), (sheet.Width, sheet.Height));
        Assert.Equal(Pixel(MapQuery.Read(null, null, null).Show(Frame(first)), 3, 5), Pixel(sheet, 3, 5));
        Assert.Equal([255, 255, 255], Pixel(sheet, 9, 5));
        Assert.Equal(Pixel(MapQuery.Read(null, null, null).Show(Frame(second)), 3, 5), Pixel(sheet, 12 + 3, 5));
    }

    [Fact]
    public void A_map_of_zeros_leaves_the_picture_as_it_is() =>
        Assert.Same(Cat, MapQuery.Read(null, null, null).Show(Frame(new HeatMap("none", new FloatArray([2, 2], new float[4])))));

    [Theory]
    [InlineData("rainbow", null, null, "map must be one of viridis, magma, inferno, turbo, blue-red, jet.")]
    [InlineData(null, "1.5", null, "opacity must be a number from 0 to 1, such as 0.5.")]
    [InlineData(null, "NaN", null, "opacity must be a number from 0 to 1, such as 0.5.")]
    [InlineData(null, "half", null, "opacity must be a number from 0 to 1, such as 0.5.")]
    [InlineData(null, null, "yes", "overlay must be true or false.")]
    [InlineData(null, "0.5", "false", "opacity says how a map is laid over its picture: leave it out, or overlay=false.")]
    public void What_cannot_be_understood_is_refused(string? map, string? opacity, string? overlay, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<InvalidOptionsException>(() => MapQuery.Read(map, opacity, overlay)).Message);

    [Fact]
    public void Asking_something_of_maps_that_are_not_there_is_refused() =>
        Assert.Throws<InvalidOptionsException>(() => MapQuery.Read("jet", null, null).Show(Frame()));

    private static HeatMap Map(bool hasSign) => new("map", new FloatArray([2, 2], [-1, 2, 0, 4]), hasSign);

    private static Frame Frame(params HeatMap[] maps) => new(1, 1, Cat, new Dictionary<string, double>()) { Maps = maps };

    private static byte[] Pixel(Picture picture, int x, int y) => picture.Rgb[(3 * ((y * picture.Width) + x))..][..3];
}
