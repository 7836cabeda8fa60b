using CnnVis.Core.Imaging;
using NetVips;

namespace CnnVis.Tests.Core.Imaging;

/// <summary>Pictures to try things on, as files too, and how they are compared.</summary>
internal static class TestPictures
{
    private static readonly (byte, byte, byte) Orange = (200, 120, 60);
    private static readonly (byte, byte, byte) Blue = (60, 90, 140);

    /// <summary>
    /// Blue with an orange corner at the top left: no flip, turn or swap of channels leaves it the same, and the colours
    /// are muted so that printers' inks can show them too.
    /// </summary>
    internal static Picture Pattern(int width = 48, int height = 32) =>
        Create(width, height, (x, y) => x < width / 3 && y < height / 2 ? Orange : Blue);

    internal static Picture Noise(int width, int height)
    {
        var rgb = new byte[3 * width * height];
        new Random(7).NextBytes(rgb);
        return new Picture(width, height, rgb);
    }

    internal static Picture Create(int width, int height, Func<int, int, (byte R, byte G, byte B)> colour)
    {
        var rgb = new byte[3 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            (rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]) = colour(i % width, i / width);
        }

        return new Picture(width, height, rgb);
    }

    internal static (byte R, byte G, byte B) At(this Picture picture, int x, int y)
    {
        var i = 3 * (y * picture.Width + x);
        return (picture.Rgb[i], picture.Rgb[i + 1], picture.Rgb[i + 2]);
    }

    /// <summary>The picture as a file, written by libvips from what the function makes of it.</summary>
    internal static byte[] File(Picture picture, Func<Image, byte[]> save)
    {
        using var image = Vips.ToImage(picture);
        return save(image);
    }

    /// <summary>The same size, and at most that far apart, in steps of 255, averaged over all values.</summary>
    internal static void AssertNear(Picture expected, Picture actual, double tolerance)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        var distance = expected.Rgb.Zip(actual.Rgb, (a, b) => Math.Abs(a - b)).Average();
        Assert.True(distance <= tolerance, $"The pictures differ by {distance:F2} on average, more than {tolerance}.");
    }

    internal static void AssertSame(Picture expected, Picture actual) => AssertNear(expected, actual, 0);
}
