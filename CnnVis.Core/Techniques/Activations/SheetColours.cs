namespace CnnVis.Core.Techniques.Activations;

/// <summary>
/// From black over violet and orange to a pale yellow: brightness grows evenly with the value, as in matplotlib's magma
/// (van der Walt and Smith 2015, in the public domain), of which these are nine points.
/// </summary>
internal static class SheetColours
{
    private static readonly (byte R, byte G, byte B)[] Points =
    [
        (0, 0, 4), (29, 17, 71), (81, 18, 124), (131, 38, 129), (183, 55, 121),
        (230, 81, 98), (252, 137, 97), (254, 196, 136), (252, 253, 191),
    ];

    /// <summary>What lies between the tiles: a little lighter than a tile where nothing answers.</summary>
    public static (byte R, byte G, byte B) Gap { get; } = (24, 22, 34);

    /// <summary>
    /// The colour of a value. The scale goes by the square root: a few channels answer so much more strongly than the
    /// rest that on an even scale a sheet would be nearly black.
    /// </summary>
    /// <param name="share">Of the largest value; 0 or less is black, 1 the brightest.</param>
    public static (byte R, byte G, byte B) Of(float share)
    {
        var place = MathF.Sqrt(Math.Clamp(share, 0, 1)) * (Points.Length - 1);
        var below = Math.Min((int)place, Points.Length - 2);
        var (from, to) = (Points[below], Points[below + 1]);
        return (Between(from.R, to.R), Between(from.G, to.G), Between(from.B, to.B));

        byte Between(byte a, byte b) => (byte)MathF.Round(a + ((b - a) * (place - below)));
    }
}
