using NetVips;

namespace CnnVis.Core.Imaging;

/// <summary>
/// Reads a stranger's picture file: PNG, JPEG, WebP, GIF or AVIF. The picture comes out upright, in sRGB, flattened
/// on white, the first frame of an animation, and no larger than asked for.
/// </summary>
public static class PictureDecoder
{
    /// <summary>The longest file that is read, in bytes (10 MB).</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private const string Formats = "PNG, JPEG, WebP, GIF or AVIF";

    // Enough for a telephone's largest photo: such a file is read in strips.
    private const int MaxPixels = 64_000_000;

    // These two are unpacked as a whole before they are shrunk: two kilobytes of AVIF would take gigabytes.
    private const int MaxPixelsAtOnce = 25_000_000;

    // A picture a million pixels wide and two high is small, and takes many seconds all the same.
    private const int MaxFileSide = 30_000;

    // By the names of libvips' loaders. Uhdr is the JPEG with a gain map that many telephones write.
    private static readonly Dictionary<string, int> MaxPixelsByLoader = new()
    {
        ["VipsForeignLoadPngBuffer"] = MaxPixels,
        ["VipsForeignLoadJpegBuffer"] = MaxPixels,
        ["VipsForeignLoadUhdrBuffer"] = MaxPixels,
        ["VipsForeignLoadWebpBuffer"] = MaxPixels,
        ["VipsForeignLoadNsgifBuffer"] = MaxPixelsAtOnce,
        ["VipsForeignLoadHeifBuffer"] = MaxPixelsAtOnce,
    };

    /// <summary>Decodes a picture file; a picture within the limit keeps its pixels, a larger one is shrunk.</summary>
    /// <param name="file">The bytes of the file, 1 to <see cref="MaxBytes"/>.</param>
    /// <param name="maxSide">The longest side of the result in pixels, at least 1.</param>
    /// <returns>The picture; never enlarged.</returns>
    /// <exception cref="InvalidPictureException">The file is empty, too large, damaged, or no such picture.</exception>
    public static Picture Decode(byte[] file, int maxSide = Picture.MaxSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSide, 1);
        CheckLength(file);
        file = PngChunks.KeepPixels(file);
        var maxPixels = MaxPixelsOf(file);
        try
        {
            // Opening reads the header only, so a small file that would unpack to gigabytes is refused before it does.
            using var header = Image.NewFromBuffer(file, access: Enums.Access.Sequential);
            CheckSize(header, maxPixels);
            // Asked for a profile, libvips would take even plain pictures there by way of XYZ, twenty times as slowly.
            return Read(file, maxSide, outputProfile: header.Contains("icc-profile-data") ? "srgb" : null);
        }
        catch (VipsException e)
        {
            throw new InvalidPictureException("The picture is damaged or cut off; save or download it once more and try again.", e);
        }
    }

    private static void CheckLength(byte[] file)
    {
        if (file.Length == 0)
        {
            throw new InvalidPictureException($"The file is empty; choose a picture ({Formats}).");
        }

        if (file.Length > MaxBytes)
        {
            throw new InvalidPictureException($"The file is larger than {MaxBytes / 1024 / 1024} MB; choose a smaller picture.");
        }
    }

    private static int MaxPixelsOf(byte[] file) =>
        Vips.FindLoader(file) is { } loader && MaxPixelsByLoader.TryGetValue(loader, out var maxPixels)
            ? maxPixels
            : throw new InvalidPictureException($"This is not a picture CnnVis can read ({Formats}).");

    private static void CheckSize(Image header, int maxPixels)
    {
        if ((long)header.Width * header.Height > maxPixels || Math.Max(header.Width, header.Height) > MaxFileSide)
        {
            throw new InvalidPictureException(
                $"The picture has {header.Width} x {header.Height} pixels, more than {maxPixels / 1_000_000} million or {MaxFileSide:N0} on a side; choose a smaller one.");
        }
    }

    private static Picture Read(byte[] file, int maxSide, string? outputProfile)
    {
        // The operation's own failOn never reaches the loader (libvips issue 5195): half a picture would pass.
        using var thumbnail = Image.ThumbnailBuffer(
            file, maxSide, "fail-on=error", height: maxSide, size: Enums.Size.Down, outputProfile: outputProfile);
        using var srgb = thumbnail.Colourspace(Enums.Interpretation.Srgb); // grey is one band until here
        if (!srgb.HasAlpha())
        {
            return Vips.ToPicture(srgb);
        }

        using var flat = srgb.Flatten(background: [255]);
        return Vips.ToPicture(flat);
    }
}
