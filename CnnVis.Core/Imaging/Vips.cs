using NetVips;

namespace CnnVis.Core.Imaging;

/// <summary>libvips, set up for files from strangers, and the way between its images and ours.</summary>
internal static class Vips
{
    // Here, so that nobody in this folder can reach libvips before it is set up.
    static Vips()
    {
        NetVips.NetVips.BlockUntrusted = true;
        // The server's parallelism is its visitors; two threads a picture would only contend with the engine.
        NetVips.NetVips.Concurrency = 1;
        // Files seldom come twice, and a cache would hold on to their pixels.
        Cache.Max = 0;
        // A damaged file would print a line for every tile; what matters of it comes as an exception.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <summary>The name of the loader libvips would read this file with, or null.</summary>
    internal static string? FindLoader(byte[] file) => Image.FindLoadBuffer(file);

    /// <summary>An image over the picture's own bytes, in sRGB.</summary>
    internal static Image ToImage(Picture picture)
    {
        using var image = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Computes the pixels of an image of three 8-bit bands.</summary>
    internal static Picture ToPicture(Image image) => new(image.Width, image.Height, image.WriteToMemory<byte>());
}
