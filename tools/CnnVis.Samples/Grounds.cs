namespace CnnVis.Samples;

/// <summary>Soft grounds that leave the eye to the drawings.</summary>
internal static class Grounds
{
    public static Colour Meadow(double x, double y) =>
        Land(x, y, 0.50, Sky(y, new(0.70, 0.86, 0.96), new(0.93, 0.97, 0.95)), new(0.62, 0.78, 0.46), new(0.47, 0.66, 0.36), 1);

    public static Colour Beach(double x, double y) =>
        Land(x, y, 0.53, Sea(x, y), new(0.94, 0.78, 0.48), new(0.90, 0.76, 0.52), 2);

    public static Colour Snow(double x, double y) =>
        Land(x, y, 0.50, Sky(y, new(0.55, 0.70, 0.86), new(0.86, 0.88, 0.94)), new(0.97, 0.98, 1), new(0.84, 0.90, 0.97), 3);

    public static Colour Night(double x, double y) =>
        Land(x, y, 0.80, Sky(y, new(0.10, 0.13, 0.30), new(0.30, 0.32, 0.55)), new(0.16, 0.24, 0.32), new(0.10, 0.16, 0.24), 5);

    public static Colour Garden(double x, double y) =>
        Land(x, y, 0.85, Sky(y, new(0.80, 0.90, 0.93), new(0.97, 0.95, 0.86)), new(0.66, 0.80, 0.52), new(0.55, 0.72, 0.42), 6);

    private static Colour Sky(double y, Colour top, Colour bottom) => top.Towards(bottom, y * 1.5);

    private static Colour Sea(double x, double y) =>
        Land(x * 0.2, y, 0.30, Sky(y, new(0.62, 0.84, 0.95), new(0.93, 0.97, 0.95)), new(0.50, 0.78, 0.82), new(0.36, 0.68, 0.76), 7);

    // What is behind ends at a gently rising and falling line; the land darkens towards the viewer.
    private static Colour Land(double x, double y, double height, Colour behind, Colour far, Colour near, int kind)
    {
        var line = height + (0.08 * (Noise.Smooth(x * 2.5, 0, kind) - 0.5));
        var land = far.Towards(near, (y - line) / (1 - height)).Times(0.97 + (0.06 * Noise.Cloudy(x * 6, y * 9, kind)));
        return behind.Towards(land, (y - line) * 512);
    }
}
