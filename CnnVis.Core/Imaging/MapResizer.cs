namespace CnnVis.Core.Imaging;

/// <summary>Maps in other sizes. A map of the asked-for size keeps its numbers bit for bit under every rule.</summary>
internal static class MapResizer
{
    /// <param name="map">[h, w].</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="width">Numbers in a row, at least 1.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>[height, width].</returns>
    public static FloatArray Resize(FloatArray map, int height, int width, MapResize rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var (oldHeight, oldWidth) = SizeOf(map);
        var (rows, columns) = (Taps(oldHeight, height, rule), Taps(oldWidth, width, rule));
        var values = new float[height * width];
        for (var i = 0; i < values.Length; i++)
        {
            var (row, column) = (rows[i / width], columns[i % width]);
            values[i] = (float)Mix(Row(row.First), Row(row.Second), row.Share);

            double Row(int y) => Mix(map.Values[(y * oldWidth) + column.First], map.Values[(y * oldWidth) + column.Second], column.Share);
        }

        return new FloatArray([height, width], values);
    }

    /// <exception cref="ArgumentException">The array is no [h, w].</exception>
    public static (int Height, int Width) SizeOf(FloatArray map) => map.Shape is [> 0 and var height, > 0 and var width]
        ? ((int)height, (int)width)
        : throw new ArgumentException($"A map has the shape [h, w], not [{string.Join(", ", map.Shape)}].", nameof(map));

    // For each new place, the two old ones it lies between, and the second's share.
    private static Tap[] Taps(int cells, int pixels, MapResize rule) => [.. Enumerable.Range(0, pixels).Select(i =>
    {
        var place = Math.Clamp(Place(i, cells, pixels, rule), 0, cells - 1);
        var first = (int)place;
        return new Tap(first, Math.Min(first + 1, cells - 1), place - first);
    })];

    private static double Place(int pixel, int cells, int pixels, MapResize rule) => rule switch
    {
        MapResize.Nearest => Math.Floor((pixel + 0.5) * cells / pixels),
        MapResize.BilinearAligned => pixels == 1 ? 0 : (double)pixel * (cells - 1) / (pixels - 1),
        _ => ((pixel + 0.5) * cells / pixels) - 0.5,
    };

    private static double Mix(double first, double second, double share) => share == 0 ? first : first + (share * (second - first));

    private readonly record struct Tap(int First, int Second, double Share);
}
