using System.Globalization;
using System.Text;

namespace CnnVis.Web.Components.Frames;

/// <summary>
/// A growing line of a chart in pieces. A piece that is full never changes, so only the end of the line travels to the
/// browser while it grows, however long it is.
/// </summary>
internal static class ChartPieces
{
    /// <summary>The points of a full piece; the next one begins with its last.</summary>
    public const int Length = 25;

    /// <summary>The means of neighbouring values, so many that at most <see cref="ChartPoints.Most"/> remain of all; the last ones wait for their neighbours.</summary>
    /// <param name="total">How many values there will be.</param>
    public static IReadOnlyList<ChartPoint> Means(IReadOnlyList<double> values, int total)
    {
        var size = Math.Max(1, (total + ChartPoints.Most - 1) / ChartPoints.Most);
        var means = new List<ChartPoint>();
        for (var first = 0; first + size <= values.Count; first += size)
        {
            var mean = Enumerable.Range(first, size).Average(i => values[i]);
            means.Add(new ChartPoint((first + ((size + 1) / 2.0)) / total, mean));
        }

        return means;
    }

    /// <summary>The line as the points of SVG polylines.</summary>
    /// <param name="range">The values at the floor and at the top.</param>
    public static IEnumerable<string> Of(IReadOnlyList<ChartPoint> points, (double Lowest, double Highest) range)
    {
        for (var first = 0; first == 0 ? points.Count > 0 : first < points.Count - 1; first += Length - 1)
        {
            yield return Line(points.Skip(first).Take(Length), range);
        }
    }

    private static string Line(IEnumerable<ChartPoint> points, (double Lowest, double Highest) range)
    {
        var line = new StringBuilder();
        foreach (var (place, value) in points.Where(point => double.IsFinite(point.Value)))
        {
            line.Append(CultureInfo.InvariantCulture, $"{place * ChartPoints.Width:0.#},{ChartPoints.Y(value, range):0.#} ");
        }

        return line.ToString().TrimEnd();
    }
}

/// <summary>A point of a chart.</summary>
/// <param name="Place">From 0 at the left to 1 at the right.</param>
public readonly record struct ChartPoint(double Place, double Value);
