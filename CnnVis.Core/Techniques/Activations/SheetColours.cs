using CnnVis.Core.Imaging;

namespace CnnVis.Core.Techniques.Activations;

/// <summary>From black over violet and orange to a pale yellow: <see cref="ColourMap.Magma"/>, whose brightness grows evenly.</summary>
internal static class SheetColours
{
    /// <summary>What lies between the tiles: a little lighter than a tile where nothing answers.</summary>
    public static (byte R, byte G, byte B) Gap { get; } = (24, 22, 34);

    /// <summary>
    /// The colour of a value. The scale goes by the square root: a few channels answer so much more strongly than the
    /// rest that on an even scale a sheet would be nearly black.
    /// </summary>
    /// <param name="share">Of the largest value; 0 or less is black, 1 the brightest.</param>
    public static (byte R, byte G, byte B) Of(float share)
    {
        var rgb = ColourMap.Magma.Rgb.Slice(ColourMap.Offset(Math.Sqrt(Math.Clamp(share, 0, 1))), 3);
        return (rgb[0], rgb[1], rgb[2]);
    }
}
