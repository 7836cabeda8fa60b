namespace CnnVis.Samples;

/// <summary>Random but repeatable: numbers that belong to places.</summary>
internal static class Noise
{
    /// <summary>A number in 0..1 that belongs to a cell.</summary>
    public static double At(int x, int y, int kind = 0)
    {
        var hash = unchecked((uint)((x * 374761393) + (y * 668265263) + (kind * 2147001325)));
        hash = (hash ^ (hash >> 13)) * 1274126177;
        return ((hash ^ (hash >> 16)) & 0xFFFFFF) / (double)0x1000000;
    }

    /// <summary>A smooth landscape in 0..1 with one feature per unit.</summary>
    public static double Smooth(double x, double y, int kind = 0)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        var (right, down) = (Ease(x - column), Ease(y - row));
        var upper = Mix(At(column, row, kind), At(column + 1, row, kind), right);
        var lower = Mix(At(column, row + 1, kind), At(column + 1, row + 1, kind), right);
        return Mix(upper, lower, down);
    }

    /// <summary>Six layers of it, each twice as fine and half as strong, in 0..1.</summary>
    public static double Cloudy(double x, double y, int kind = 0)
    {
        var (sum, weight) = (0.0, 0.5);
        for (var layer = 0; layer < 6; layer++, weight /= 2)
        {
            sum += weight * Smooth(x * (1 << layer), y * (1 << layer), kind + layer);
        }

        return sum;
    }

    private static double Mix(double a, double b, double t) => a + ((b - a) * t);

    private static double Ease(double t) => t * t * (3 - (2 * t));
}
