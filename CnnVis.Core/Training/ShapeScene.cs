using CnnVis.Core.Attribution;
using CnnVis.Core.Training.Data;

namespace CnnVis.Core.Training;

/// <summary>Draws shapes at random places, sizes, tilts and colours on a softly textured ground.</summary>
/// <param name="random">Decides everything.</param>
/// <param name="size">The picture's side in pixels.</param>
internal sealed class ShapeScene(SplitMix random, int size)
{
    private readonly float[] _values = new float[3 * size * size];

    /// <summary>Draws one shape.</summary>
    /// <param name="pixels">[3, size, size], red first.</param>
    /// <returns>What is where.</returns>
    public PlacedObject[] Draw(int shape, Span<byte> pixels)
    {
        var ground = DrawGround();
        var thing = Draw(ShapePlace.Anywhere(shape, random, size, 0.16, 0.34), ground);
        Finish(pixels);
        return [thing];
    }

    /// <summary>Draws a shape and another one that does not touch it.</summary>
    /// <inheritdoc cref="Draw(int, Span{byte})"/>
    public PlacedObject[] DrawTwo(int shape, Span<byte> pixels)
    {
        var ground = DrawGround();
        var other = (shape + 1 + random.Below(ShapeDrawing.Names.Count - 1)) % ShapeDrawing.Names.Count;
        var first = ShapePlace.Anywhere(shape, random, size, 0.15, 0.22);
        var second = ShapePlace.Anywhere(other, random, size, 0.15, 0.22);
        while (second.Touches(first))
        {
            first = ShapePlace.Anywhere(shape, random, size, 0.15, 0.22);
            second = ShapePlace.Anywhere(other, random, size, 0.15, 0.22);
        }

        PlacedObject[] things = [Draw(first, ground), Draw(second, ground)];
        Finish(pixels);
        return things;
    }

    private double[] DrawGround()
    {
        var ground = Colour();
        var texture = new SoftNoise(random, size);
        for (var colour = 0; colour < 3; colour++)
        {
            var (plane, change) = (colour * size * size, (float)random.Between(-0.25, 0.25));
            for (var i = 0; i < size * size; i++)
            {
                _values[plane + i] = (float)ground[colour] + (change * texture[i]);
            }
        }

        return ground;
    }

    private PlacedObject Draw(ShapePlace place, double[] ground)
    {
        var ink = ColourFarFrom(ground);
        var (left, top, right, bottom) = (size, size, 0, 0);
        foreach (var (x, y, cover) in place.Cover(size))
        {
            for (var colour = 0; colour < 3; colour++)
            {
                ref var value = ref _values[(((colour * size) + y) * size) + x];
                value += ((float)ink[colour] - value) * cover;
            }

            if (cover >= 0.5)
            {
                (left, top) = (Math.Min(left, x), Math.Min(top, y));
                (right, bottom) = (Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        var box = new Box(left, top, right - left, bottom - top);
        return new PlacedObject(place.Shape, new Box(box.Left / size, box.Top / size, box.Width / size, box.Height / size));
    }

    private void Finish(Span<byte> pixels)
    {
        var noise = random.Between(0, 0.06);
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((Math.Clamp(_values[i] + (noise * random.Bell()), 0, 1) * 255) + 0.5);
        }
    }

    private double[] ColourFarFrom(double[] other)
    {
        while (true)
        {
            var colour = Colour();
            if (Math.Abs(colour[0] - other[0]) + Math.Abs(colour[1] - other[1]) + Math.Abs(colour[2] - other[2]) > 0.6)
            {
                return colour;
            }
        }
    }

    private double[] Colour() => [random.Next(), random.Next(), random.Next()];
}
