using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Optimization;

/// <summary>
/// A shift by up to so many pixels each way; what comes in at the edges is mirrored. Wrapping round, as the first
/// DeepDreams did, would set the left edge beside the right one: a seam that many networks see better than the picture.
/// </summary>
/// <param name="Pixels">The largest shift, 0 or more; never more than the picture has to mirror.</param>
public sealed record Jitter(int Pixels) : ImageTransform
{
    /// <inheritdoc/>
    public override Tensor Apply(Tensor image, Generator random)
    {
        var (height, width) = (image.shape[2], image.shape[3]);
        var margin = Margin(height, width);
        var (down, across) = Shift(height, width, random);
        using var framed = functional.pad(image, [margin, margin, margin, margin], PaddingModes.Reflect);
        using var rows = framed.narrow(2, margin + down, height);
        return rows.narrow(3, margin + across, width);
    }

    /// <summary>What a step draws: how far a picture of this size is looked at further down and further across.</summary>
    internal (long Down, long Across) Shift(long height, long width, Generator random)
    {
        var margin = Margin(height, width);
        var down = Shift(margin, random);
        return (down, Shift(margin, random));
    }

    private long Margin(long height, long width) => Math.Min(Pixels, Math.Min(height, width) - 1);

    // Each whole number from -margin to margin is as likely as any other.
    private static long Shift(long margin, Generator random) =>
        Math.Min((long)((Draw(random) + 1) / 2 * ((2 * margin) + 1)), 2 * margin) - margin;
}
