namespace CnnVis.Core.Imaging;

/// <summary>An 8-bit sRGB picture in managed memory.</summary>
public sealed class Picture
{
    /// <summary>The longest side a picture may have, in pixels.</summary>
    public const int MaxSide = 2048;

    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="rgb">Three bytes a pixel (red, green, blue), row by row from the top left.</param>
    /// <exception cref="ArgumentException">The number of bytes does not fit the size.</exception>
    public Picture(int width, int height, byte[] rgb)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (rgb.Length != 3L * width * height)
        {
            throw new ArgumentException($"{width} x {height} pixels need {3L * width * height} bytes, not {rgb.Length}.", nameof(rgb));
        }

        Width = width;
        Height = height;
        Rgb = rgb;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Three bytes a pixel (red, green, blue), row by row from the top left.</summary>
    public byte[] Rgb { get; }
}
