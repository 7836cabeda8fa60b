using NetVips;

namespace CnnVis.Core.Imaging;

/// <summary>Writes pictures that follow each other as one file, repeated for ever.</summary>
public static class AnimationEncoder
{
    private const int Quality = 80;

    /// <summary>An animated WebP file: lossy, small.</summary>
    /// <param name="frames">At least one, all of one size.</param>
    /// <param name="delays">Milliseconds for which each is shown, as many as frames.</param>
    /// <exception cref="ArgumentException">There is no frame, the sizes differ, or the delays are not as many.</exception>
    public static byte[] WebP(IReadOnlyList<Picture> frames, IReadOnlyList<int> delays)
    {
        using var strip = Strip(frames, delays);
        return strip.WebpsaveBuffer(q: Quality, effort: 0, pageHeight: frames[0].Height);
    }

    /// <summary>An animated GIF file: 256 colours, read everywhere.</summary>
    /// <inheritdoc cref="WebP"/>
    public static byte[] Gif(IReadOnlyList<Picture> frames, IReadOnlyList<int> delays)
    {
        using var strip = Strip(frames, delays);
        // The least effort takes half the default's time; a palette is kept as long as it fits.
        return strip.GifsaveBuffer(effort: 1, reuse: false, interpaletteMaxerror: 8, pageHeight: frames[0].Height);
    }

    // libvips takes an animation as its frames one below the other.
    private static Image Strip(IReadOnlyList<Picture> frames, IReadOnlyList<int> delays)
    {
        if (frames.Count == 0 || delays.Count != frames.Count || frames.Any(frame => (frame.Width, frame.Height) != (frames[0].Width, frames[0].Height)))
        {
            throw new ArgumentException("An animation needs frames of one size, and a delay for each.", nameof(frames));
        }

        var rgb = new byte[frames.Sum(frame => frame.Rgb.LongLength)];
        var at = 0;
        foreach (var frame in frames)
        {
            frame.Rgb.CopyTo(rgb, at);
            at += frame.Rgb.Length;
        }

        using var image = Image.NewFromMemory(rgb, frames[0].Width, frames.Count * frames[0].Height, 3, Enums.BandFormat.Uchar);
        using var coloured = image.Copy(interpretation: Enums.Interpretation.Srgb);
        return coloured.Mutate(strip =>
        {
            strip.Set(GValue.ArrayIntType, "delay", delays.ToArray());
            strip.Set(GValue.GIntType, "loop", 0);
        });
    }
}
