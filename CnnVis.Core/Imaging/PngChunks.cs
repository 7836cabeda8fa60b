using System.Buffers.Binary;

namespace CnnVis.Core.Imaging;

/// <summary>
/// Leaves out of a PNG file all that does not decide its pixels (PNG specification, section 11). Its compressed text
/// may unpack to a thousand times its size, and libvips unpacks it before anybody can look at the picture's size.
/// </summary>
internal static class PngChunks
{
    private const int SignatureLength = 8, Frame = 12; // a chunk's length, type and checksum

    private static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "iCCP", "sRGB", "gAMA", "cHRM", "eXIf"];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The file without those chunks; a file that is no PNG, or damaged, keeps what could not be read.</summary>
    public static byte[] KeepPixels(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature))
        {
            return file;
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, SignatureLength);
        var at = SignatureLength;
        while (NextLength(file, at) is { } length)
        {
            if (Kept.Contains(System.Text.Encoding.ASCII.GetString(file, at + 4, 4)))
            {
                kept.Write(file, at, length);
            }

            at += length;
        }

        kept.Write(file, at, file.Length - at);
        return kept.ToArray();
    }

    // The whole chunk's length, or null where no whole chunk is left.
    private static int? NextLength(byte[] file, int at)
    {
        if (file.Length - at < Frame)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) + (long)Frame;
        return length <= file.Length - at ? (int)length : null;
    }
}
