using CnnVis.Core.Training;

namespace CnnVis.Samples;

internal static class Shapes
{
    private static readonly Colour[] Inks =
        [new(0.90, 0.30, 0.24), new(0.98, 0.75, 0.18), new(0.16, 0.58, 0.53), new(0.20, 0.36, 0.66), new(0.56, 0.27, 0.60)];

    // The ten shapes on a grid of five by two, each a little turned; edges are softened by testing nine points.
    public static Colour Scattered(double x, double y)
    {
        var (column, row) = ((int)(x / 0.3), (int)(y / 0.5));
        var shape = (row * 5) + column;
        var tilt = 0.6 * (Noise.At(column, row, 5) - 0.5);
        return Drawn(shape, x, y, (0.3 * column) + 0.15, (0.5 * row) + 0.25, 0.11, tilt);
    }

    // Two large ones in the square in the middle, where every network looks.
    public static Colour StarAndRing(double x, double y) => y < 0.5 == x < 0.75
        ? Drawn(x < 0.75 ? 3 : 6, x, y, x < 0.75 ? 0.52 : 0.98, y < 0.5 ? 0.28 : 0.72, 0.2, 0.15)
        : Paper(x, y);

    private static Colour Drawn(int shape, double x, double y, double left, double top, double radius, double tilt)
    {
        var cover = 0.0;
        for (var sample = 0; sample < 9; sample++)
        {
            var dx = x + ((sample % 3 - 1) / 1536.0) - left;
            var dy = y + ((sample / 3 - 1) / 1536.0) - top;
            var (u, v) = (((dx * Math.Cos(tilt)) + (dy * Math.Sin(tilt))) / radius, ((dy * Math.Cos(tilt)) - (dx * Math.Sin(tilt))) / radius);
            cover += ShapeDrawing.Contains(shape, u, v) ? 1 / 9.0 : 0;
        }

        return Paper(x, y).Towards(Inks[shape % Inks.Length], cover);
    }

    private static Colour Paper(double x, double y) =>
        new Colour(0.95, 0.92, 0.85).Times(0.92 + (0.14 * Noise.Cloudy(x * 8, y * 8, 33)));
}
