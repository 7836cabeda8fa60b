namespace CnnVis.Core.Imaging;

/// <summary>How far a picture has come from another one.</summary>
public static class PictureChange
{
    /// <summary>The mean difference of their red, green and blue values, as a share of the largest that there can be.</summary>
    /// <returns>0 for the same picture, 1 for black against white.</returns>
    /// <exception cref="ArgumentException">They differ in size.</exception>
    public static double Between(Picture before, Picture after)
    {
        if ((before.Width, before.Height) != (after.Width, after.Height))
        {
            throw new ArgumentException(
                $"A picture of {after.Width} x {after.Height} pixels cannot be compared with one of {before.Width} x {before.Height}.", nameof(after));
        }

        var sum = 0L;
        for (var i = 0; i < before.Rgb.Length; i++)
        {
            sum += Math.Abs(before.Rgb[i] - after.Rgb[i]);
        }

        return (double)sum / before.Rgb.Length / byte.MaxValue;
    }
}
