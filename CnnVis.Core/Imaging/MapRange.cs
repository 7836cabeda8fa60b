namespace CnnVis.Core.Imaging;

/// <summary>The ends of a colour scale.</summary>
/// <param name="Low">What becomes 0.</param>
/// <param name="High">What becomes 1; not below <paramref name="Low"/>.</param>
/// <param name="IsSymmetric">Whether the two are opposite numbers, so that zero becomes 0.5.</param>
public readonly record struct MapRange(double Low, double High, bool IsSymmetric = false)
{
    /// <summary>The ends for one map, or the common ends for several that shall be compared.</summary>
    /// <param name="maps">The maps; what is not a finite number in them does not count.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="hasSign">Whether numbers below zero mean "against" rather than "less".</param>
    public static MapRange Of(IEnumerable<FloatArray> maps, MapNormalization rule, bool hasSign = false)
    {
        var values = maps.SelectMany(map => map.Values).Where(float.IsFinite).Order().ToArray();
        return (rule, values) switch
        {
            (_, []) => new(0, 0, hasSign),
            (MapNormalization.MinMax, _) => new(values[0], values[^1]),
            (MapNormalization.Symmetric, _) => Around(Magnitudes(values)[^1]),
            (MapNormalization.Percentile98, _) => Clipped(values, 98, hasSign),
            (MapNormalization.Percentile99, _) => Clipped(values, 99, hasSign),
            _ => new(0, Math.Max(values[^1], 0f)),
        };
    }

    /// <summary>Where a number lies between the ends, 0 to 1; what lies outside takes the nearer end.</summary>
    /// <remarks>
    /// Where both ends are the same number, what is above it becomes 1 and what is below it 0, and it itself 0, or
    /// 0.5 on a symmetric scale. So a map of zeros stays one, and nothing divides by zero.
    /// </remarks>
    public double Scale(double value)
    {
        if (High > Low)
        {
            return Math.Clamp(double.IsNaN(value) ? 0 : (value - Low) / (High - Low), 0, 1);
        }

        return value > High ? 1 : IsSymmetric && !(value < Low) ? 0.5 : 0;
    }

    /// <summary>A percentile as NumPy computes it: on the straight line between the two nearest of the sorted values.</summary>
    internal static double Percentile(float[] sorted, double percent)
    {
        var place = percent / 100 * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - (double)sorted[below]));
    }

    private static MapRange Clipped(float[] sorted, double percent, bool hasSign) => hasSign
        ? Around(Percentile(Magnitudes(sorted), percent))
        : new(sorted[0], Percentile(sorted, percent));

    private static float[] Magnitudes(float[] values) => [.. values.Select(Math.Abs).Order()];

    private static MapRange Around(double magnitude) => new(-magnitude, magnitude, IsSymmetric: true);
}
