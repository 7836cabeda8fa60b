namespace CnnVis.Samples;

/// <summary>Red, green and blue in 0..1.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    public Colour Towards(Colour other, double share)
    {
        var t = Math.Clamp(share, 0, 1);
        return new(Red + ((other.Red - Red) * t), Green + ((other.Green - Green) * t), Blue + ((other.Blue - Blue) * t));
    }

    public Colour Times(double brightness) => new(Red * brightness, Green * brightness, Blue * brightness);

    public void CopyTo(Span<byte> rgb)
    {
        rgb[0] = Level(Red);
        rgb[1] = Level(Green);
        rgb[2] = Level(Blue);
    }

    private static byte Level(double value) => (byte)Math.Round(255 * Math.Clamp(value, 0, 1));
}
