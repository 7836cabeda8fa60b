using static TorchSharp.torch;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Other colours for the same things: hue, saturation, contrast, brightness, each a little at random.</summary>
internal static class ColourChange
{
    private const double Hue = 0.35, Saturation = 0.4, Contrast = 0.25, Brightness = 0.12;

    /// <summary>Changes colours that are multiplied by alpha.</summary>
    /// <param name="colours">[count, 3, height, width] in 0..alpha.</param>
    /// <param name="alpha">[count, 1, height, width], or 1 where nothing is transparent.</param>
    /// <param name="strength">0 (not at all) to 1.</param>
    public static Tensor Apply(Tensor colours, Tensor alpha, Draw draw, double strength)
    {
        var turned = Turn(colours, strength * draw.Even(-Hue, Hue));
        var grey = turned.mean([1], keepdim: true);
        var vivid = grey + ((turned - grey) * (1 + (strength * draw.Even(-Saturation, Saturation))));
        var contrasted = (vivid - (0.5 * alpha)) * (1 + (strength * draw.Even(-Contrast, Contrast)));
        var bright = contrasted + (alpha * (0.5 + (strength * draw.Even(-Brightness, Brightness))));
        return minimum(bright.clamp_min(0), alpha);
    }

    // A turn about the grey axis (Rodrigues' formula with the axis (1,1,1)/sqrt 3).
    private static Tensor Turn(Tensor colours, Tensor angle)
    {
        var grey = colours.mean([1], keepdim: true);
        var crossed = (colours.roll(1, 1) - colours.roll(-1, 1)) / Math.Sqrt(3);
        return (colours * angle.cos()) + (crossed * angle.sin()) + (grey * (1 - angle.cos()));
    }
}
