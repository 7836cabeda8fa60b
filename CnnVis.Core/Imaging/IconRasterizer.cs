using System.Globalization;
using NetVips;

namespace CnnVis.Core.Imaging;

/// <summary>Turns a drawing's file, SVG or WebP, into pixels with alpha. For files that we chose, never for a stranger's.</summary>
internal static class IconRasterizer
{
    private const int Oversize = 2;
    private const int Visible = 12; // of 255: fainter pixels do not count as part of the drawing

    static IconRasterizer()
    {
        // The block on all that is not meant for strangers' files has to be in place before one is taken off.
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Vips).TypeHandle);
        Operation.Block("VipsForeignLoadSvg", state: false);
    }

    /// <summary>Draws the file so that what is visible fills the middle of a square.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="side">The side of the square in pixels.</param>
    /// <param name="margin">Pixels left empty around the longer side.</param>
    /// <returns>[4, side, side]: colours times alpha and alpha, or null where nothing is visible.</returns>
    /// <exception cref="InvalidPictureException">The file cannot be drawn.</exception>
    public static byte[]? Draw(byte[] file, int side, int margin)
    {
        try
        {
            using var large = Open(file, side * Oversize);
            return Fit(large, side, margin);
        }
        catch (VipsException e)
        {
            throw new InvalidPictureException("The drawing is damaged or uses what the renderer does not know.", e);
        }
    }

    private static Image Open(byte[] file, int side) =>
        Image.ThumbnailBuffer(file, side, height: side, size: Enums.Size.Both);

    private static byte[]? Fit(Image large, int side, int margin)
    {
        using var srgb = large.Colourspace(Enums.Interpretation.Srgb);
        using var rgba = srgb.HasAlpha() ? srgb.Copy() : srgb.Bandjoin(255);
        using var alpha = rgba[3];
        var box = alpha.FindTrim(threshold: Visible, background: [0]);
        int[] edges = [.. box.Select(edge => Convert.ToInt32(edge, CultureInfo.InvariantCulture))];
        var (left, top, width, height) = (edges[0], edges[1], edges[2], edges[3]);
        if (width == 0 || height == 0)
        {
            return null;
        }

        using var cut = rgba.Crop(left, top, width, height);
        using var weighted = cut.Premultiply();
        using var fitted = weighted.Resize((side - (2.0 * margin)) / Math.Max(width, height));
        using var centred = fitted.Gravity(Enums.CompassDirection.Centre, side, side, extend: Enums.Extend.Black);
        using var bytes = centred.Cast(Enums.BandFormat.Uchar);
        return Planes(bytes.WriteToMemory<byte>(), side * side);
    }

    private static byte[] Planes(byte[] interleaved, int pixels)
    {
        var planes = new byte[interleaved.Length];
        for (var i = 0; i < interleaved.Length; i++)
        {
            planes[(i % 4 * pixels) + (i / 4)] = interleaved[i];
        }

        return planes;
    }
}
