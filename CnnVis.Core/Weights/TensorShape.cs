namespace CnnVis.Core.Weights;

internal static class TensorShape
{
    /// <summary>More dimensions than any network has; also keeps sums of strides within 128 bits.</summary>
    public const int HighestRank = 32;

    /// <summary>How many elements a shape has.</summary>
    /// <param name="what">The tensor, as the sentence shall name it.</param>
    /// <exception cref="WeightsRefusedException">A dimension is negative, or they or the elements are too many.</exception>
    public static long Count(IReadOnlyCollection<long> shape, string what)
    {
        Refuse.If(shape.Count > HighestRank, $"{what} has {shape.Count} dimensions");
        Refuse.If(shape.Any(d => d < 0), $"{what} has a negative dimension");
        Refuse.If(!Fits(shape), $"{what} has more elements than can be");
        return shape.Aggregate(1L, (count, d) => count * d);
    }

    // A zero dimension must not hide huge ones beside it: libtorch multiplies those into strides.
    private static bool Fits(IReadOnlyCollection<long> shape)
    {
        var count = 1L;
        foreach (var dimension in shape.Select(d => Math.Max(d, 1)))
        {
            if (dimension > int.MaxValue / count)
            {
                return false;
            }
            count *= dimension;
        }
        return true;
    }
}
