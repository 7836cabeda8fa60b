namespace CnnVis.Core.Imaging;

/// <summary>How an attribution's three colours become one number for each pixel.</summary>
public static class ChannelReduction
{
    /// <summary>The largest magnitude of the three: Simonyan, Vedaldi and Zisserman, 2013 (arXiv 1312.6034).</summary>
    /// <param name="attribution">[3, height, width], signed.</param>
    /// <returns>[height, width], at least 0.</returns>
    public static FloatArray MaxAbs(FloatArray attribution) =>
        Reduce(attribution, (red, green, blue) => Math.Max(Math.Abs(red), Math.Max(Math.Abs(green), Math.Abs(blue))));

    /// <summary>The sum of the three magnitudes, as in SmoothGrad's code (arXiv 1706.03825).</summary>
    /// <inheritdoc cref="MaxAbs"/>
    public static FloatArray SumAbs(FloatArray attribution) =>
        Reduce(attribution, (red, green, blue) => Math.Abs(red) + Math.Abs(green) + Math.Abs(blue));

    /// <summary>The sum of the three with their signs: what the pixel as a whole adds.</summary>
    /// <param name="attribution">[3, height, width], signed.</param>
    /// <returns>[height, width], signed.</returns>
    public static FloatArray Sum(FloatArray attribution) => Reduce(attribution, (red, green, blue) => red + green + blue);

    private static FloatArray Reduce(FloatArray attribution, Func<float, float, float, float> reduce)
    {
        if (attribution.Shape is not [3, var height, var width])
        {
            throw new ArgumentException($"An attribution has the shape [3, H, W], not [{string.Join(", ", attribution.Shape)}].", nameof(attribution));
        }

        var plane = (int)(height * width);
        var values = attribution.Values;
        return new FloatArray([height, width],
            [.. Enumerable.Range(0, plane).Select(i => reduce(values[i], values[plane + i], values[(2 * plane) + i]))]);
    }
}
