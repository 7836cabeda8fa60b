namespace CnnVis.Core.Training;

/// <summary>Draws one shape at a random place, size, tilt and colour on a softly textured ground.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="size">The picture's side in pixels.</param>
internal sealed class ShapeScene(Random random, int size)
{
    // Points tested in each pixel, each way: enough for smooth edges.
    private const int Samples = 3;

    /// <summary>Draws a shape.</summary>
    /// <returns>[3, size, size] in 0..1, red first.</returns>
    public float[] Draw(int shape)
    {
        var ground = Colour();
        var near = ground.Select(value => value + Between(-0.25, 0.25)).ToArray();
        var ink = ColourFarFrom(ground);
        var texture = new SoftNoise(random, size);
        var cover = Cover(shape);
        var noise = Between(0, 0.06);
        var pixels = new float[3 * size * size];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (colour, at) = (i / (size * size), i % (size * size));
            var back = ground[colour] + ((near[colour] - ground[colour]) * texture[at]);
            var value = back + ((ink[colour] - back) * cover[at]) + (noise * Gauss());
            pixels[i] = (float)Math.Clamp(value, 0, 1);
        }

        return pixels;
    }

    // How much of each pixel the shape covers, 0..1.
    private double[] Cover(int shape)
    {
        var radius = Between(0.16, 0.34) * size;
        var tilt = Between(-20, 20) * Math.PI / 180;
        var (left, top) = (Between(radius, size - radius), Between(radius, size - radius));
        var (cos, sin) = (Math.Cos(tilt) / radius, Math.Sin(tilt) / radius);
        var cover = new double[size * size];
        for (var i = 0; i < cover.Length * Samples * Samples; i++)
        {
            var (pixel, sample) = (i / (Samples * Samples), i % (Samples * Samples));
            var x = (pixel % size) + ((sample % Samples) + 0.5) / Samples - left;
            var y = (pixel / size) + ((sample / Samples) + 0.5) / Samples - top;
            if (ShapeDrawing.Contains(shape, (x * cos) + (y * sin), (y * cos) - (x * sin)))
            {
                cover[pixel] += 1.0 / (Samples * Samples);
            }
        }

        return cover;
    }

    private double[] ColourFarFrom(double[] other)
    {
        while (true)
        {
            var colour = Colour();
            if (colour.Zip(other, (a, b) => Math.Abs(a - b)).Sum() > 0.6)
            {
                return colour;
            }
        }
    }

    private double[] Colour() => [random.NextDouble(), random.NextDouble(), random.NextDouble()];

    private double Between(double low, double high) => low + ((high - low) * random.NextDouble());

    // Box and Muller 1958.
    private double Gauss() =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
