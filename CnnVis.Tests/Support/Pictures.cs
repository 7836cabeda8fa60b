using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Support;

/// <summary>Pictures made on the spot.</summary>
internal static class Pictures
{
    /// <summary>Soft colours that change over the picture, with a little noise; the same every time.</summary>
    public static Picture Soft(int width = 48, int height = 40)
    {
        var random = new Random(3);
        var rgb = new byte[3 * width * height];
        for (var i = 0; i < rgb.Length; i++)
        {
            var (x, y) = (i / 3 % width, i / 3 / width);
            rgb[i] = (byte)(100 + (60 * Math.Sin((x + (i % 3 * 9)) / 7.0)) + (40 * Math.Cos(y / 5.0)) + random.Next(20));
        }

        return new Picture(width, height, rgb);
    }

    /// <summary>The same as a PNG file.</summary>
    public static byte[] SoftPng(int width = 48, int height = 40) => PictureEncoder.Png(Soft(width, height));
}
