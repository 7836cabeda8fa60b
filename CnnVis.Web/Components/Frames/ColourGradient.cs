using CnnVis.Core.Imaging;

namespace CnnVis.Web.Components.Frames;

/// <summary>A colour map as a CSS background.</summary>
internal static class ColourGradient
{
    private const int Step = 15; // eighteen of the 256 colours, the first and last among them

    public static string Of(ColourMap map) =>
        $"background: linear-gradient(to right, {string.Join(", ", Enumerable.Range(0, (ColourMap.Size / Step) + 1).Select(i => Hex(map, i * Step)))})";

    private static string Hex(ColourMap map, int place) => $"#{Convert.ToHexStringLower(map.Rgb.Slice(3 * place, 3))}";
}
