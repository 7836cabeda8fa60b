namespace CnnVis.Core.Training;

/// <summary>Where a shape is drawn.</summary>
/// <param name="Shape">Which one.</param>
/// <param name="X">Its centre from the left, in pixels.</param>
/// <param name="Y">Its centre from the top, in pixels.</param>
/// <param name="Radius">How far it reaches, in pixels.</param>
/// <param name="Tilt">How far it is turned, in radians.</param>
internal sealed record ShapePlace(int Shape, double X, double Y, double Radius, double Tilt)
{
    // Points tested in each pixel, each way: enough for smooth edges.
    private const int Samples = 3;

    // The farthest corner of any shape, for one that fills -1..1 both ways.
    private const double Reach = 1.2;

    /// <summary>Somewhere in a picture, wholly inside.</summary>
    /// <param name="smallest">The least radius, as a share of the picture's side.</param>
    /// <param name="largest">The largest radius, as a share of the picture's side.</param>
    public static ShapePlace Anywhere(int shape, SplitMix random, int size, double smallest, double largest)
    {
        var radius = random.Between(smallest, largest) * size;
        return new ShapePlace(
            shape, random.Between(radius, size - radius), random.Between(radius, size - radius), radius, random.Between(-20, 20) * Math.PI / 180);
    }

    /// <summary>Whether the circles around two shapes overlap.</summary>
    public bool Touches(ShapePlace other) => double.Hypot(X - other.X, Y - other.Y) < Radius + other.Radius;

    /// <summary>How much of each pixel the shape covers, 0 to 1, where it covers any.</summary>
    /// <param name="size">The picture's side in pixels.</param>
    public IEnumerable<(int X, int Y, float Cover)> Cover(int size)
    {
        var reach = Reach * Radius;
        var (left, right) = (Math.Max(0, (int)(X - reach)), Math.Min(size - 1, (int)(X + reach)));
        var (top, bottom) = (Math.Max(0, (int)(Y - reach)), Math.Min(size - 1, (int)(Y + reach)));
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                if (Inside(x, y) is > 0 and var inside)
                {
                    yield return (x, y, (float)inside / (Samples * Samples));
                }
            }
        }
    }

    // How many of the points tested in a pixel lie inside.
    private int Inside(int column, int row)
    {
        var (cos, sin) = (Math.Cos(Tilt) / Radius, Math.Sin(Tilt) / Radius);
        var inside = 0;
        for (var i = 0; i < Samples * Samples; i++)
        {
            var x = column + (((i % Samples) + 0.5) / Samples) - X;
            var y = row + (((i / Samples) + 0.5) / Samples) - Y;
            inside += ShapeDrawing.Contains(Shape, (x * cos) + (y * sin), (y * cos) - (x * sin)) ? 1 : 0;
        }

        return inside;
    }
}
