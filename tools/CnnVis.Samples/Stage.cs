using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Samples;

/// <summary>A ground that drawings are put on.</summary>
/// <param name="side">Its side in pixels.</param>
/// <param name="rgb">Its pixels; what is put on it changes them.</param>
internal sealed class Stage(int side, byte[] rgb)
{
    private const double ShadowHeight = 0.03, Darkness = 0.22;

    public Picture Picture => new(side, side, rgb);

    /// <summary>Lays a drawing over what is there.</summary>
    /// <param name="prop">Where it goes.</param>
    /// <param name="drawing">[4, n, n]: colours times alpha, and alpha.</param>
    /// <returns>The smallest box around what it covers by more than half.</returns>
    public KnownBox Put(Prop prop, byte[] drawing)
    {
        var n = (int)Math.Sqrt(drawing.Length / 4);
        var (left, top) = ((int)((prop.X * side) - (n / 2.0)), (int)((prop.Y * side) - (n / 2.0)));
        var box = Around(drawing, n, left, top, NameOf(prop));
        if (prop.Stands)
        {
            Shade(box);
        }

        for (var i = 0; i < n * n; i++)
        {
            Lay(drawing, i, 3 * (((top + (i / n)) * side) + left + (i % n)));
        }

        return box;
    }

    private static KnownBox Around(byte[] drawing, int n, int left, int top, string name)
    {
        var covered = Enumerable.Range(0, n * n).Where(i => drawing[(3 * n * n) + i] > byte.MaxValue / 2).ToList();
        var (x, y) = (covered.Min(i => i % n), covered.Min(i => i / n));
        return new KnownBox([name], left + x, top + y, covered.Max(i => i % n) - x + 1, covered.Max(i => i / n) - y + 1);
    }

    // A flat ellipse under its foot, darkest in the middle.
    private void Shade(KnownBox box)
    {
        var (x, y) = (box.Left + (box.Width / 2.0), box.Top + box.Height - 2.0);
        for (var i = 0; i < rgb.Length; i++)
        {
            var (dx, dy) = (((i / 3 % side) - x) / (0.5 * box.Width), ((i / 3 / side) - y) / (ShadowHeight * side));
            rgb[i] = (byte)(rgb[i] * (1 - (Darkness * Math.Max(0, 1 - (dx * dx) - (dy * dy)))));
        }
    }

    private void Lay(byte[] drawing, int from, int to)
    {
        var plane = drawing.Length / 4;
        for (var channel = 0; channel < 3; channel++)
        {
            var behind = rgb[to + channel] * (byte.MaxValue - drawing[(3 * plane) + from]) / byte.MaxValue;
            rgb[to + channel] = (byte)Math.Min(behind + drawing[(channel * plane) + from], byte.MaxValue);
        }
    }

    private static string NameOf(Prop prop) => DrawingClass.All.Single(kind => kind.Id == prop.Class).English;
}
