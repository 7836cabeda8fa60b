namespace CnnVis.Core.Imaging;

/// <summary>
/// From raw maps to what is seen. The browser follows the same rules (map-view.js), so that a saved picture is the
/// one on the stage.
/// </summary>
public static class HeatMapDisplay
{
    /// <summary>The usual share of a map in an overlay.</summary>
    public const double UsualOpacity = 0.6;

    private const float Epsilon = 1e-7f;

    /// <summary>The map with numbers below zero set to zero.</summary>
    /// <param name="map">Any shape.</param>
    public static FloatArray Relu(FloatArray map) => map with { Values = [.. map.Values.Select(value => Math.Max(value, 0))] };

    /// <summary>The ends of one map's scale, or the common ends for several, so that their strengths compare.</summary>
    /// <param name="maps">Raw, any shapes.</param>
    /// <param name="rules">What happens on the way.</param>
    public static MapRange Scale(IEnumerable<FloatArray> maps, MapRules rules) =>
        MapRange.Of(rules.Relu ? maps.Select(Relu) : maps, rules.Normalization, rules.ShowsSign);

    /// <summary>The map on a scale from 0 to 1 and in the asked-for size.</summary>
    /// <param name="map">Raw, [h, w].</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Numbers in a row, at least 1.</param>
    /// <param name="rules">What happens on the way.</param>
    /// <param name="scale">The ends of the scale, if they are given rather than this map's own; then the rule for them does not count.</param>
    /// <returns>[height, width], 0 to 1.</returns>
    public static FloatArray Scaled(FloatArray map, int height, int width, MapRules rules, MapRange? scale = null)
    {
        var shown = rules.Relu ? Relu(map) : map;
        var range = scale ?? Scale([map], rules);
        var scaled = shown with { Values = [.. shown.Values.Select(value => (float)range.Scale(value))] };
        return MapResizer.Resize(scaled, height, width, rules.Resize);
    }

    /// <summary>The map as pytorch-grad-cam returns it: ReLU, min-max, bilinear between cells' centres, min-max again.</summary>
    /// <remarks>Its min-max is (x - min) / (1e-7 + max(x - min)), so that a constant map becomes zeros.</remarks>
    /// <param name="map">Raw, [h, w].</param>
    /// <param name="height">Rows, at least 1; there usually 224.</param>
    /// <param name="width">Numbers in a row, at least 1.</param>
    /// <returns>[height, width], 0 to just under 1.</returns>
    public static FloatArray Scaled01(FloatArray map, int height, int width) =>
        MinMax(MapResizer.Resize(MinMax(Relu(map)), height, width, MapResize.Bilinear));

    /// <summary>A map in colours.</summary>
    /// <param name="scaled">[height, width], 0 to 1.</param>
    /// <param name="colours">The colours for 0 to 1.</param>
    public static Picture Colour(FloatArray scaled, ColourMap colours)
    {
        var (height, width) = MapResizer.SizeOf(scaled);
        var rgb = new byte[3 * scaled.Values.Length];
        for (var i = 0; i < scaled.Values.Length; i++)
        {
            colours.Rgb.Slice(ColourMap.Offset(scaled.Values[i]), 3).CopyTo(rgb.AsSpan(3 * i));
        }

        return new Picture(width, height, rgb);
    }

    /// <summary>
    /// How much of each pixel a map takes when it lies over a picture: the more, the stronger it is there, and all that
    /// opacity allows from half the scale on. So the picture stays clear where the map has nothing to say.
    /// </summary>
    /// <param name="scaled">0 to 1; what is strong is far from 0, or from 0.5 where both signs are shown.</param>
    /// <param name="showsSign">Whether both signs are shown.</param>
    /// <param name="opacity">The largest share, 0 to 1.</param>
    public static IEnumerable<double> Shares(IEnumerable<float> scaled, bool showsSign, double opacity) => scaled
        .Select(value => showsSign ? Math.Abs((2.0 * value) - 1) : value)
        .Select(strength => Math.Clamp(opacity, 0, 1) * Math.Min(2 * strength, 1));

    /// <summary>One picture laid over another of the same size.</summary>
    /// <param name="picture">What lies below.</param>
    /// <param name="layer">What lies above.</param>
    /// <param name="shares">The upper one's share in each pixel, 0 to 1.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static Picture Overlay(Picture picture, Picture layer, IEnumerable<double> shares)
    {
        if ((picture.Width, picture.Height) != (layer.Width, layer.Height))
        {
            throw new ArgumentException(
                $"The layer has {layer.Width} x {layer.Height} pixels, the picture {picture.Width} x {picture.Height}.", nameof(layer));
        }

        var rgb = new byte[picture.Rgb.Length];
        var i = 0;
        foreach (var share in shares)
        {
            for (var colour = 0; colour < 3; colour++, i++)
            {
                rgb[i] = (byte)(picture.Rgb[i] + (share * (layer.Rgb[i] - picture.Rgb[i])) + 0.5);
            }
        }

        return new Picture(picture.Width, picture.Height, rgb);
    }

    /// <summary>A map laid over its picture. A map of zeros leaves the picture as it is: a veil of one colour tells nothing.</summary>
    /// <param name="picture">What lies below.</param>
    /// <param name="map">Raw, [h, w].</param>
    /// <param name="rules">What happens on the way.</param>
    /// <param name="colours">The colours for 0 to 1.</param>
    /// <param name="opacity">The map's largest share in a pixel, 0 to 1.</param>
    /// <param name="scale">The ends of the scale, if they are given rather than this map's own.</param>
    public static Picture Over(
        Picture picture, FloatArray map, MapRules rules, ColourMap colours, double opacity = UsualOpacity, MapRange? scale = null)
    {
        if (!map.Values.AsSpan().ContainsAnyExcept(0f))
        {
            return picture;
        }

        var scaled = Scaled(map, picture.Height, picture.Width, rules, scale);
        return Overlay(picture, Colour(scaled, colours), Shares(scaled.Values, rules.ShowsSign, opacity));
    }

    private static FloatArray MinMax(FloatArray map)
    {
        var lowest = map.Values.Min();
        var span = map.Values.Max() - lowest + Epsilon;
        return map with { Values = [.. map.Values.Select(value => (value - lowest) / span)] };
    }
}
