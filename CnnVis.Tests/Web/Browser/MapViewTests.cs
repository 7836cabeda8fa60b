using System.Text.Json;
using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Web.Browser;

/// <summary>The browser's rules for maps against the server's: what is saved must be what was seen.</summary>
[Collection(nameof(Support.Browser))]
public sealed class MapViewTests(Support.Browser browser)
{
    private const string Script =
        """
        async ({ map, to, relu, rule, showsSign, resize, rgb }) => {
          const view = await import("/map-view.js");
          const values = relu ? view.relu(Float32Array.from(map.values)) : Float32Array.from(map.values);
          const range = view.rangeOf([values], rule, showsSign);
          const scaled = view.resize(view.scale(values, range), map, to, resize);
          return { scaled: [...scaled], pixels: [...view.colour(scaled, rgb)] };
        }
        """;

    [Fact]
    public async Task Every_rule_gives_the_same_numbers_and_colours_in_the_browser_as_on_the_server()
    {
        var page = await browser.OpenAsync("/");
        var maps = new[] { Uneven(5, 7), new FloatArray([2, 2], new float[4]), new FloatArray([1, 1], [3]) };
        foreach (var (map, rules) in maps.SelectMany(map => AllRules(), (map, rules) => (map, rules)))
        {
            var expected = HeatMapDisplay.Scaled(map, 16, 11, rules);
            var colours = HeatMapDisplay.Colour(expected, ColourMap.Turbo).Rgb;

            var answer = await page.EvaluateAsync<JsonElement>(Script, Question(map, rules));

            Assert.All(Numbers(answer, "scaled").Zip(expected.Values), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
            // At the border of two colours the last bit of a number may decide.
            Assert.InRange(Numbers(answer, "pixels").Where((_, i) => i % 4 != 3).Zip(colours).Count(pair => pair.First != pair.Second), 0, 6);
        }
    }

    private static IEnumerable<MapRules> AllRules() =>
        from normalization in Enum.GetValues<MapNormalization>()
        from resize in Enum.GetValues<MapResize>()
        from hasSign in new[] { false, true }
        from relu in new[] { false, true }
        select new MapRules { HasSign = hasSign, Relu = relu, Normalization = normalization, Resize = resize };

    private static object Question(FloatArray map, MapRules rules) => new
    {
        map = new { height = (int)map.Shape[0], width = (int)map.Shape[1], values = map.Values.Select(value => (double)value).ToArray() },
        to = new { height = 16, width = 11 },
        relu = rules.Relu,
        rule = Word(rules.Normalization),
        showsSign = rules.ShowsSign,
        resize = Word(rules.Resize),
        rgb = ColourMap.Turbo.Rgb.ToArray().Select(value => (int)value).ToArray(),
    };

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static IEnumerable<double> Numbers(JsonElement answer, string name) =>
        answer.GetProperty(name).EnumerateArray().Select(number => number.GetDouble());

    private static FloatArray Uneven(int height, int width) =>
        new([height, width], [.. Enumerable.Range(0, height * width).Select(i => 3 * MathF.Sin(i * i))]);
}
