using NetVips;

namespace CnnVis.Core.Imaging;

/// <summary>Writes pictures as files without any metadata. The settings favour speed: every frame passes here.</summary>
public static class PictureEncoder
{
    private const int DefaultQuality = 85;

    /// <summary>A lossless PNG file.</summary>
    public static byte[] Png(Picture picture)
    {
        using var image = Vips.ToImage(picture);
        // Level 2 with the "up" filter is two thirds of the default's time on photos, and hardly larger.
        return image.PngsaveBuffer(compression: 2, filter: Enums.ForeignPngFilter.Up, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A JPEG file, its colours as fine as its brightness: dreams are full of edges between colours.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="quality">1 (small) to 100 (faithful).</param>
    public static byte[] Jpeg(Picture picture, int quality = DefaultQuality)
    {
        CheckQuality(quality);
        using var image = Vips.ToImage(picture);
        return image.JpegsaveBuffer(q: quality, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
    }

    /// <summary>A lossy WebP file.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="quality">1 (small) to 100 (faithful).</param>
    public static byte[] WebP(Picture picture, int quality = DefaultQuality)
    {
        CheckQuality(quality);
        using var image = Vips.ToImage(picture);
        // The least effort takes a third of the default's time for a fifth more bytes.
        return image.WebpsaveBuffer(q: quality, effort: 0, keep: Enums.ForeignKeep.None);
    }

    private static void CheckQuality(int quality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
    }
}
