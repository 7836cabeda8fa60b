using System.Globalization;
using System.Text;

namespace CnnVis.Web.Components.Frames;

/// <summary>Fits a series into a line chart of few points.</summary>
internal static class ChartPoints
{
    public const int Most = 200;
    public const int Width = 1000;
    public const int Height = 200;

    /// <summary>At most <see cref="Most"/> of the positions 0 to count - 1, evenly spread, the first and last among them.</summary>
    public static IEnumerable<int> Pick(int count)
    {
        var picked = Math.Min(count, Most);
        for (var i = 0; i < picked; i++)
        {
            yield return picked == 1 ? 0 : (int)((long)i * (count - 1) / (picked - 1));
        }
    }

    /// <summary>The points of an SVG polyline, left to right as far as the run has come.</summary>
    /// <param name="range">The values at the floor and at the top.</param>
    public static string Line(IReadOnlyList<double> values, int total, (double Lowest, double Highest) range)
    {
        var steps = Math.Max(Math.Max(total, values.Count) - 1, 1);
        var line = new StringBuilder();
        foreach (var i in Pick(values.Count))
        {
            var x = (double)i / steps * Width;
            line.Append(CultureInfo.InvariantCulture, $"{x:0.#},{Y(values[i], range):0.#} ");
        }

        return line.ToString(0, Math.Max(line.Length - 1, 0));
    }

    /// <summary>How far from the top a value lies.</summary>
    public static double Y(double value, (double Lowest, double Highest) range)
    {
        var span = range.Highest > range.Lowest ? range.Highest - range.Lowest : 1;
        return (1 - ((value - range.Lowest) / span)) * Height;
    }
}
