namespace CnnVis.Core.Imaging;

/// <summary>
/// Bilinear sampling in two passes of 8 bits, across and then down, with the triangle widened when shrinking: byte for
/// byte what Pillow does, and torchvision with it.
/// </summary>
internal static class BilinearFilter
{
    // The weights are whole numbers of this many binary places, as in Pillow.
    private const int Places = 22;

    /// <summary>Resizes to any size, at least 1 x 1.</summary>
    public static Picture Resize(Picture picture, int width, int height)
    {
        // Turned on its side after each pass, the picture is upright again after two, and both passes go along rows.
        var across = Turn(picture.Rgb, picture.Width, picture.Height, Weights(picture.Width, width));
        var down = Turn(across, picture.Height, width, Weights(picture.Height, height));
        return new Picture(width, height, down);
    }

    private static byte[] Turn(byte[] rgb, int width, int height, (int First, int[] Weights)[] samples)
    {
        var turned = new byte[3 * samples.Length * height];
        for (var y = 0; y < height; y++)
        {
            var row = rgb.AsSpan(3 * y * width, 3 * width);
            for (var x = 0; x < samples.Length; x++)
            {
                Sample(row, samples[x], turned.AsSpan(3 * ((x * height) + y), 3));
            }
        }

        return turned;
    }

    private static void Sample(ReadOnlySpan<byte> row, (int First, int[] Weights) sample, Span<byte> pixel)
    {
        const int Half = 1 << (Places - 1);
        var (red, green, blue) = (Half, Half, Half);
        var at = 3 * sample.First;
        foreach (var weight in sample.Weights)
        {
            red += weight * row[at];
            green += weight * row[at + 1];
            blue += weight * row[at + 2];
            at += 3;
        }

        (pixel[0], pixel[1], pixel[2]) = (ToByte(red), ToByte(green), ToByte(blue));
    }

    private static byte ToByte(int sum) => (byte)Math.Clamp(sum >> Places, 0, 255);

    private static (int First, int[] Weights)[] Weights(int from, int to)
    {
        var scale = (double)from / to;
        var reach = Math.Max(scale, 1);
        return [.. Enumerable.Range(0, to).Select(i => Triangle((i + 0.5) * scale, reach, from))];
    }

    private static (int First, int[] Weights) Triangle(double centre, double reach, int length)
    {
        var first = Math.Max(0, (int)(centre - reach + 0.5));
        var last = Math.Min(length, (int)(centre + reach + 0.5));
        double[] shares = [.. Enumerable.Range(first, last - first)
            .Select(x => Math.Max(0, 1 - Math.Abs((x - centre + 0.5) / reach)))];
        var sum = shares.Sum();
        return (first, [.. shares.Select(share => (int)((share / sum * (1 << Places)) + 0.5))]);
    }
}
