namespace CnnVis.Samples;

internal static class Skies
{
    public static Colour FairWeather(double x, double y)
    {
        var sky = new Colour(0.20, 0.45, 0.82).Towards(new(0.66, 0.83, 0.96), y);
        var drift = Noise.Cloudy(x * 1.3, y * 2, 90);
        var body = Noise.Cloudy((x * 2.2) + drift, (y * 3) + drift, 10);
        var light = 1 - (0.35 * Noise.Cloudy(x * 4, (y * 5) + 0.3, 40));
        return sky.Towards(new Colour(1, 0.99, 0.97).Times(light), (body - 0.42) * 4.5);
    }

    public static Colour Evening(double x, double y)
    {
        var sky = new Colour(0.16, 0.14, 0.38).Towards(new(0.98, 0.56, 0.30), y * 1.15);
        var bands = Noise.Cloudy(x * 1.2, (y * 6) + (0.8 * Noise.Cloudy(x * 2, y * 3, 70)), 20);
        var glow = new Colour(0.99, 0.80, 0.55).Towards(new(0.55, 0.16, 0.32), 1 - y);
        return sky.Towards(glow, (bands - 0.45) * 4);
    }
}
