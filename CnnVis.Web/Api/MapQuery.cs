using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Api;

/// <summary>How a result's maps are to look, as an address says it.</summary>
/// <param name="Map">The colour map, or null for the usual one.</param>
/// <param name="Opacity">The maps' largest share in a pixel, or null for the usual one.</param>
/// <param name="Alone">Whether the maps are shown without the picture.</param>
/// <param name="Common">Whether several maps share one scale.</param>
internal sealed record MapQuery(ColourMap? Map, double? Opacity, bool Alone, bool Common)
{
    public static string Colours { get; } = string.Join(", ", ColourMap.All.Select(map => map.Id));

    /// <exception cref="InvalidOptionsException">One of them cannot be understood.</exception>
    public static MapQuery Read(string? map, string? opacity, string? overlay, string? common = null) =>
        Bool(overlay, "overlay") == false && opacity is not null
            ? throw new InvalidOptionsException("opacity says how a map is laid over its picture: leave it out, or overlay=false.")
            : new(MapOf(map), OpacityOf(opacity), Bool(overlay, "overlay") == false, Bool(common, "common") == true);

    /// <summary>The frame's maps over its picture, or the picture where there are none.</summary>
    /// <exception cref="InvalidOptionsException">Something is asked of maps, and there are none.</exception>
    public Picture Show(Frame frame)
    {
        if (frame.Maps.Count > 0)
        {
            var first = frame.Maps[0];
            MapRange? scale = Common
                ? HeatMapDisplay.Scale(frame.Maps.Select(map => map.Values), RulesOf(frame.Picture, first))
                : null;
            return PictureSheet.Of([.. frame.Maps.Select(map => Show(frame.Picture, map, scale))]);
        }

        return this is { Map: null, Opacity: null, Alone: false, Common: false } ? frame.Picture : throw new InvalidOptionsException(
            "This run has no maps, or none yet: ask for its picture without map, opacity, overlay and common.");
    }

    /// <summary>The same for a frame among others: before there are maps, the picture.</summary>
    public Picture ShowAny(Frame frame) => frame.Maps.Count > 0 ? Show(frame) : frame.Picture;

    private Picture Show(Picture picture, HeatMap map, MapRange? scale)
    {
        var rules = RulesOf(picture, map);
        var colours = Map ?? ColourMap.Usual(map.HasSign);
        return Alone
            ? HeatMapDisplay.Colour(HeatMapDisplay.Scaled(map.Values, picture.Height, picture.Width, rules, scale), colours)
            : HeatMapDisplay.Over(picture, map.Values, rules, colours, Opacity ?? HeatMapDisplay.UsualOpacity, scale);
    }

    private static MapRules RulesOf(Picture picture, HeatMap map) => MapRules.Usual(map.HasSign, map.IsPixelwise(picture));

    private static ColourMap? MapOf(string? id) => id is null ? null : ColourMap.All.FirstOrDefault(map => map.Id == id)
        ?? throw new InvalidOptionsException($"map must be one of {Colours}.");

    private static double? OpacityOf(string? text) => text is null ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share
        : throw new InvalidOptionsException("opacity must be a number from 0 to 1, such as 0.5.");

    private static bool? Bool(string? text, string name) => text switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw new InvalidOptionsException($"{name} must be true or false."),
    };
}
