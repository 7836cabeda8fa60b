namespace CnnVis.Core.Imaging;

/// <summary>A map in few words' worth of numbers, for those who cannot see it.</summary>
/// <remarks>
/// A cell is as strong as its number; below zero it has no strength, or where the sign means "against", the strength of its size.
/// The strong cells are those with at least half of the largest strength.
/// </remarks>
/// <param name="Row">The third of the picture, from 0 at the top to 2, that with <paramref name="Column"/> names the ninth in which the strong cells' strengths add up to most.</param>
/// <param name="Column">The third from 0 at the left to 2.</param>
/// <param name="Share">What the strong cells take of the picture, 0 to 1.</param>
public readonly record struct MapSummary(int Row, int Column, double Share)
{
    private const double Strong = 0.5;
    private const int Thirds = 3;

    /// <summary>Sums a map up.</summary>
    /// <param name="map">Raw, [h, w], spread over the whole picture. What is not a finite number in it has no strength.</param>
    /// <param name="hasSign">Whether numbers below zero mean "against" rather than "less".</param>
    /// <returns>Null if nothing in the map has any strength.</returns>
    public static MapSummary? Of(FloatArray map, bool hasSign = false)
    {
        var (height, width) = MapResizer.SizeOf(map);
        var strengths = Array.ConvertAll(map.Values, value => !float.IsFinite(value) ? 0 : hasSign ? Math.Abs(value) : Math.Max(value, 0));
        var least = Strong * strengths.Max();
        if (least == 0)
        {
            return null;
        }

        var (sums, cells) = (new double[Thirds * Thirds], 0);
        for (var i = 0; i < strengths.Length; i++)
        {
            if (strengths[i] >= least)
            {
                cells++;
                Spread(sums, strengths[i], (i / width, height), (i % width, width));
            }
        }

        var most = Array.IndexOf(sums, sums.Max());
        return new(most / Thirds, most % Thirds, (double)cells / strengths.Length);
    }

    // A cell on the border of two ninths gives each its part.
    private static void Spread(double[] sums, double strength, (int Cell, int Of) row, (int Cell, int Of) column)
    {
        for (var ninth = 0; ninth < sums.Length; ninth++)
        {
            sums[ninth] += strength * Overlap(row, ninth / Thirds) * Overlap(column, ninth % Thirds);
        }
    }

    // In units that are whole numbers, so that no rounding decides between two ninths.
    private static int Overlap((int Cell, int Of) cell, int third) =>
        Math.Max(0, Math.Min(Thirds * (cell.Cell + 1), (third + 1) * cell.Of) - Math.Max(Thirds * cell.Cell, third * cell.Of));
}
