namespace CnnVis.Core.Imaging;

/// <summary>CIE 1976 L*a*b* for the white point D65, in which equal distances look about equally far, and sRGB.</summary>
internal static class CieLab
{
    private const double WhiteX = 0.95047, WhiteZ = 1.08883;
    private const double Knee = 6.0 / 29;

    /// <summary>A colour by lightness (0 to 100), chroma and hue in degrees; the bytes may lie outside 0 to 255.</summary>
    public static (double Red, double Green, double Blue) ToSrgb(double lightness, double chroma, double hue)
    {
        var (sin, cos) = Math.SinCos(hue * Math.PI / 180);
        var fy = (lightness + 16) / 116;
        var (x, y, z) = (WhiteX * Unroot(fy + (chroma * cos / 500)), Unroot(fy), WhiteZ * Unroot(fy - (chroma * sin / 200)));
        return (
            Gamma((3.2404542 * x) - (1.5371385 * y) - (0.4985314 * z)),
            Gamma((-0.9692660 * x) + (1.8760108 * y) + (0.0415560 * z)),
            Gamma((0.0556434 * x) - (0.2040259 * y) + (1.0572252 * z)));
    }

    /// <summary>The lightness L* of an sRGB colour, 0 to 100.</summary>
    public static double Lightness(byte red, byte green, byte blue)
    {
        var y = (0.2126729 * Linear(red)) + (0.7151522 * Linear(green)) + (0.0721750 * Linear(blue));
        return (116 * (y > Knee * Knee * Knee ? Math.Cbrt(y) : (y / (3 * Knee * Knee)) + (4.0 / 29))) - 16;
    }

    private static double Unroot(double f) => f > Knee ? f * f * f : 3 * Knee * Knee * (f - (4.0 / 29));

    private static double Gamma(double linear) =>
        255 * (linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055);

    private static double Linear(byte value)
    {
        var v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }
}
