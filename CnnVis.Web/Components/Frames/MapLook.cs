using System.Text.Json;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Components.Frames;

/// <summary>A view in the script's words, with every choice made: one for maps with a sign left and one for others.</summary>
internal sealed record MapLook(
    string Mode, double Opacity, bool Common, bool Relu, string Resize, MapLook.Scale Unsigned, MapLook.Scale Signed)
{
    public static MapLook Of(MapView view) => new(
        Word(view.Mode), view.Opacity, view.CommonScale, view.Relu, Word(view.Resize), ScaleOf(view, false), ScaleOf(view, true));

    private static Scale ScaleOf(MapView view, bool showsSign) =>
        new(view.ColoursFor(showsSign).Id, Rule(view, showsSign, isPixelwise: false), Rule(view, showsSign, isPixelwise: true));

    private static string Rule(MapView view, bool showsSign, bool isPixelwise) =>
        Word((view with { Relu = false }).RulesFor(showsSign, isPixelwise).Normalization);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <param name="Coarse">The rule for a map of a layer's cells.</param>
    /// <param name="Pixelwise">The rule for a map with a number for each pixel.</param>
    internal sealed record Scale(string Colours, string Coarse, string Pixelwise);

    /// <summary>A colour map as the script gets it, once.</summary>
    internal sealed record Table(string Id, byte[] Rgb)
    {
        public static IReadOnlyList<Table> All { get; } = [.. ColourMap.All.Select(map => new Table(map.Id, map.Rgb.ToArray()))];
    }
}
