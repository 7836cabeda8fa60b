namespace CnnVis.Core.Training;

/// <summary>Ten shapes, each as a rule that tells whether a point lies inside. A shape fills about -1..1 both ways.</summary>
internal static class ShapeDrawing
{
    /// <summary>The usual side of a drawn picture in pixels.</summary>
    public const int Size = 40;

    private static readonly (string Name, Func<double, double, bool> Inside)[] Shapes =
    [
        ("circle", (x, y) => Radius(x, y) < 0.95),
        ("square", (x, y) => Math.Max(Math.Abs(x), Math.Abs(y)) < 0.8),
        ("triangle", (x, y) => y < 0.6 && (Math.Abs(x) * 1.732) - y < 1),
        ("star", Star),
        ("heart", Heart),
        ("cross", (x, y) => Math.Min(Math.Abs(x), Math.Abs(y)) < 0.28 && Math.Max(Math.Abs(x), Math.Abs(y)) < 0.95),
        ("ring", (x, y) => Radius(x, y) is > 0.58 and < 1),
        ("crescent", (x, y) => Radius(x, y) < 1 && Radius(x - 0.5, y) > 0.8),
        ("arrow", Arrow),
        ("spiral", Spiral),
    ];

    /// <summary>The shapes' names, in the order of the classes.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Shapes.Select(shape => shape.Name)];

    /// <summary>Whether the point lies inside the shape; y points down.</summary>
    public static bool Contains(int shape, double x, double y) => Shapes[shape].Inside(x, y);

    private static double Radius(double x, double y) => Math.Sqrt((x * x) + (y * y));

    // Five points: along each fifth of a turn the outline runs straight from radius 1 to radius 0.42.
    private static bool Star(double x, double y)
    {
        const double fifth = Math.PI / 5, inner = 0.42;
        var angle = Math.Abs(Math.IEEERemainder(Math.Atan2(x, -y), 2 * fifth));
        var outline = inner * Math.Sin(fifth) / ((inner * Math.Sin(fifth - angle)) + Math.Sin(angle));
        return Radius(x, y) < outline;
    }

    // The classic curve (x² + y² - 1)³ = x² y³, turned upright and centred.
    private static bool Heart(double x, double y)
    {
        var (u, v) = (1.2 * x, (-1.2 * y) + 0.1);
        var circle = (u * u) + (v * v) - 1;
        return (circle * circle * circle) - (u * u * v * v * v) < 0;
    }

    private static bool Arrow(double x, double y) =>
        x < 0.15 ? x > -1 && Math.Abs(y) < 0.22 : Math.Abs(y) < 0.9 * (1 - x);

    private static bool Spiral(double x, double y)
    {
        var radius = Radius(x, y);
        var turns = (2.2 * radius) - (Math.Atan2(y, x) / (2 * Math.PI));
        return radius < 1 && turns - Math.Floor(turns) < 0.5;
    }
}
