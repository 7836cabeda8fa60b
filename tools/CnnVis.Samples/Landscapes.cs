namespace CnnVis.Samples;

internal static class Landscapes
{
    public static Colour Hills(double x, double y)
    {
        for (var ridge = 5; ridge >= 0; ridge--)
        {
            var top = 0.35 + (0.1 * ridge) + (0.2 * (Noise.Cloudy(x * (1 + (0.3 * ridge)), ridge * 7.3, 50 + ridge) - 0.5));
            if (y > top)
            {
                var grass = 0.8 + (0.4 * Noise.Cloudy(x * 30, y * 30, ridge));
                var near = new Colour(0.24, 0.42, 0.13).Times(grass);
                return near.Towards(new(0.62, 0.72, 0.80), (5 - ridge) * 0.17);
            }
        }

        return Skies.FairWeather(x, y * 1.4);
    }

    // Each cell of a grid has a pebble somewhere; a place belongs to the nearest one.
    public static Colour Pebbles(double x, double y)
    {
        const double Cells = 9;
        var (px, py) = (x * Cells, y * Cells);
        var (first, second, owner) = (9.0, 9.0, (0, 0));
        for (var cell = 0; cell < 25; cell++)
        {
            var (column, row) = ((int)px - 2 + (cell % 5), (int)py - 2 + (cell / 5));
            var (dx, dy) = (column + Noise.At(column, row, 1) - px, row + Noise.At(column, row, 2) - py);
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance < first)
            {
                (first, second, owner) = (distance, first, (column, row));
            }
            else if (distance < second)
            {
                second = distance;
            }
        }

        var stone = new Colour(0.52, 0.45, 0.40).Towards(new(0.80, 0.78, 0.74), Noise.At(owner.Item1, owner.Item2, 3))
            .Towards(new(0.42, 0.30, 0.28), 0.6 * Noise.At(owner.Item1, owner.Item2, 4));
        var grain = 0.85 + (0.3 * Noise.Cloudy(px * 3, py * 3, owner.Item1 + (31 * owner.Item2)));
        var edge = Math.Clamp((second - first) * 3.2, 0, 1);
        return new Colour(0.12, 0.11, 0.12).Towards(stone.Times(grain * (1.1 - (0.45 * first))), edge);
    }

    public static Colour Ripples(double x, double y)
    {
        var height = 0.0;
        for (var stone = 0; stone < 5; stone++)
        {
            var (dx, dy) = (x - (1.5 * Noise.At(stone, 0, 8)), y - Noise.At(stone, 1, 8));
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            height += Math.Sin((distance * 62) + stone) * Math.Exp(-2.2 * distance);
        }

        var water = new Colour(0.05, 0.26, 0.36).Towards(new(0.36, 0.68, 0.72), 0.5 + (0.3 * height));
        return water.Towards(new(0.95, 0.97, 0.9), (height - 1.1) * 0.8 * Noise.Cloudy(x * 6, y * 6, 60));
    }
}
