namespace CnnVis.Core.Imaging;

/// <summary>How alike two maps are.</summary>
public static class MapComparison
{
    /// <summary>Pearson's correlation: 1 where one is the other stretched and shifted, -1 where also turned round.</summary>
    /// <param name="first">Any numbers.</param>
    /// <param name="second">As many.</param>
    /// <returns>-1 to 1, or null where one of them is the same everywhere.</returns>
    public static double? Pearson(ReadOnlySpan<float> first, ReadOnlySpan<float> second) =>
        Correlation(ToDoubles(first), ToDoubles(second));

    /// <summary>Spearman's rank correlation, Pearson's of the ranks: 1 where both put the places into the same order.</summary>
    /// <remarks>Equal numbers share the average of their ranks.</remarks>
    /// <param name="first">Any numbers.</param>
    /// <param name="second">As many.</param>
    /// <returns>-1 to 1, or null where one of them is the same everywhere.</returns>
    public static double? Spearman(ReadOnlySpan<float> first, ReadOnlySpan<float> second) =>
        Correlation(Ranks(first), Ranks(second));

    /// <summary>The largest difference at any place.</summary>
    /// <param name="first">Any numbers.</param>
    /// <param name="second">As many.</param>
    public static double LargestDifference(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        CheckLengths(first.Length, second.Length);
        var largest = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs((double)first[i] - second[i]));
        }

        return largest;
    }

    private static double? Correlation(double[] first, double[] second)
    {
        CheckLengths(first.Length, second.Length);
        var (firstMean, secondMean) = (first.Average(), second.Average());
        var (both, firstSquare, secondSquare) = (0.0, 0.0, 0.0);
        for (var i = 0; i < first.Length; i++)
        {
            var (a, b) = (first[i] - firstMean, second[i] - secondMean);
            both += a * b;
            firstSquare += a * a;
            secondSquare += b * b;
        }

        return firstSquare > 0 && secondSquare > 0 ? Math.Clamp(both / Math.Sqrt(firstSquare * secondSquare), -1, 1) : null;
    }

    private static double[] Ranks(ReadOnlySpan<float> values)
    {
        var sorted = values.ToArray();
        var places = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, places);
        var ranks = new double[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            while (end < sorted.Length && sorted[end].Equals(sorted[start]))
            {
                end++;
            }

            foreach (var place in places.AsSpan(start, end - start))
            {
                ranks[place] = (start + end - 1) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    private static double[] ToDoubles(ReadOnlySpan<float> values)
    {
        var doubles = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            doubles[i] = values[i];
        }

        return doubles;
    }

    private static void CheckLengths(int first, int second)
    {
        if (first != second || first == 0)
        {
            throw new ArgumentException($"Maps of {first} and {second} numbers cannot be compared.");
        }
    }
}
