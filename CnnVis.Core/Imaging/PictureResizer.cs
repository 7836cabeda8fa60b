namespace CnnVis.Core.Imaging;

/// <summary>
/// Pictures in other sizes. Sampling is bilinear, with the triangle widened when shrinking so that nothing aliases: what
/// torchvision does to the pictures its networks were trained on, so results compare with its numbers.
/// </summary>
public static class PictureResizer
{
    // A long thin strip resized by its shorter side would take gigabytes; this still allows 1 : 64 for a side of 256.
    private const int MaxResizedSide = 16 * 1024;

    /// <summary>The picture, shrunk if its longer side is longer than that; never enlarged.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="longerSide">In pixels, at least 1.</param>
    public static Picture Fit(Picture picture, int longerSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longerSide, 1);
        var scale = (double)longerSide / Math.Max(picture.Width, picture.Height);
        return scale >= 1 ? picture : Resize(picture, Scaled(picture.Width, scale), Scaled(picture.Height, scale));
    }

    /// <summary>The picture with its shorter side exactly that long, and the longer one in proportion, rounded.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="shorterSide">In pixels, at least 1.</param>
    /// <exception cref="InvalidPictureException">The picture is such a thin strip that it would become too long.</exception>
    public static Picture ResizeShorterSide(Picture picture, int shorterSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shorterSide, 1);
        var shorter = Math.Min(picture.Width, picture.Height);
        var longer = (long)Math.Round((double)shorterSide * Math.Max(picture.Width, picture.Height) / shorter);
        if (longer > MaxResizedSide)
        {
            throw new InvalidPictureException($"The picture ({picture.Width} x {picture.Height}) is too narrow; crop it to a more even shape.");
        }

        return picture.Width <= picture.Height
            ? Resize(picture, shorterSide, (int)longer)
            : Resize(picture, (int)longer, shorterSide);
    }

    /// <summary>The square in the middle of the picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="side">In pixels, at least 1 and no longer than the picture's shorter side.</param>
    public static Picture CenterCrop(Picture picture, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(side, Math.Min(picture.Width, picture.Height));
        var (left, top) = (Margin(picture.Width, side), Margin(picture.Height, side));
        var rgb = new byte[3 * side * side];
        for (var y = 0; y < side; y++)
        {
            picture.Rgb.AsSpan(3 * ((top + y) * picture.Width + left), 3 * side).CopyTo(rgb.AsSpan(3 * side * y));
        }

        return new Picture(side, side, rgb);
    }

    /// <summary>The largest square in the middle of the picture, resized up or down to exactly that side.</summary>
    /// <param name="picture">The picture; one of this size keeps its pixels.</param>
    /// <param name="side">In pixels, at least 1.</param>
    public static Picture Square(Picture picture, int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        return Resize(CenterCrop(picture, Math.Min(picture.Width, picture.Height)), side, side);
    }

    /// <summary>The picture in exactly that size, whatever becomes of its proportions.</summary>
    /// <param name="picture">The picture; one of this size keeps its pixels.</param>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    public static Picture Resize(Picture picture, int width, int height) =>
        picture.Width == width && picture.Height == height ? picture : BilinearFilter.Resize(picture, width, height);

    private static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale));

    /// <summary>What lies before the middle part of a length; halves go to the even neighbour, as in torchvision.</summary>
    internal static int Margin(int length, int side) => (int)Math.Round((length - side) / 2.0);
}
