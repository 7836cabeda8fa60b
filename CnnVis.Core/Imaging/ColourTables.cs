namespace CnnVis.Core.Imaging;

/// <summary>Makes the 256 colours of colour maps, three bytes each.</summary>
internal static class ColourTables
{
    private const int Last = ColourMap.Size - 1;
    private const int Stride = 5;

    /// <summary>Straight lines between every fifth colour: at most one off the published tables in any byte.</summary>
    public static byte[] Between(string anchors)
    {
        var known = Convert.FromHexString(anchors);
        return Table(i =>
        {
            var (first, step) = (3 * (i / Stride), i % Stride);
            return (Mix(first), Mix(first + 1), Mix(first + 2));

            double Mix(int at) => step == 0 ? known[at] : (((Stride - step) * known[at]) + (step * known[at + 3])) / (double)Stride;
        });
    }

    /// <summary>
    /// Red, green and blue are tents of the same form, a quarter apart: Matlab's and OpenCV's rule.
    /// </summary>
    public static byte[] Jet() => Table(i =>
    {
        var place = 4.0 * i / Last;
        return (Tent(3), Tent(2), Tent(1));

        double Tent(int top) => 255 * Math.Clamp(1.5 - Math.Abs(place - top), 0, 1);
    });

    /// <summary>
    /// Designed in CIE LCh: from the middle to both ends lightness falls from 96 to 38 and chroma grows to 56, with one hue
    /// for each side, so that neither sign looks stronger. More chroma would leave sRGB on the blue side.
    /// </summary>
    public static byte[] BlueRed() => Table(i =>
    {
        var place = (2.0 * i / Last) - 1;
        var strength = Math.Abs(place);
        return CieLab.ToSrgb(96 - (58 * strength), 56 * Math.Sin(strength * Math.PI / 2), place < 0 ? 285 : 31);
    });

    private static byte[] Table(Func<int, (double Red, double Green, double Blue)> colour)
    {
        var rgb = new byte[3 * ColourMap.Size];
        for (var i = 0; i < ColourMap.Size; i++)
        {
            var (red, green, blue) = colour(i);
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = (Byte(red), Byte(green), Byte(blue));
        }

        return rgb;
    }

    private static byte Byte(double value) => (byte)(Math.Clamp(value, 0, 255) + 0.5);
}
