using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>
/// The same drawing in another manner: with dark lines along its edges, in few flat colours, or pale as in a colouring
/// book. What all manners share is the shape, which is what a network should learn for styles it has never seen.
/// </summary>
internal static class Restyling
{
    /// <summary>Redraws some of the sprites.</summary>
    /// <param name="sprites">[count, 4, side, side]: colours times alpha, and alpha.</param>
    /// <param name="share">The share that is redrawn, 0 to 1.</param>
    public static Tensor Apply(Tensor sprites, Draw draw, double share)
    {
        var (colours, alpha) = (sprites.narrow(1, 0, 3), sprites.narrow(1, 3, 1));
        var redrawn = draw.Chance(share);
        var flat = Flat(colours, alpha, draw, redrawn * draw.Chance(0.5));
        var lines = redrawn * draw.Chance(0.7);
        var pale = Pale(flat, alpha, lines * draw.Chance(0.4) * draw.Even(0.3, 1));
        return Outlined(pale, alpha, Edges(colours), draw, lines);
    }

    private static Tensor Flat(Tensor colours, Tensor alpha, Draw draw, Tensor where)
    {
        var soft = functional.avg_pool2d(colours, 3, 1, 1);
        var steps = draw.Even(2, 5).floor();
        var few = minimum((soft * steps).round() / steps, alpha);
        return colours + (where * (few - colours));
    }

    private static Tensor Pale(Tensor colours, Tensor alpha, Tensor amount) => colours + (amount * (alpha - colours));

    // Where colours change within three pixels, 0 to 1.
    private static Tensor Edges(Tensor colours)
    {
        var change = functional.max_pool2d(colours, 3, 1, 1) + functional.max_pool2d(-colours, 3, 1, 1);
        return ((change.amax([1], keepdim: true) - 0.2) * 4).clamp(0, 1);
    }

    private static Tensor Outlined(Tensor colours, Tensor alpha, Tensor edges, Draw draw, Tensor where)
    {
        var wider = functional.max_pool2d(alpha, 3, 1, 1);
        var ink = draw.Even(0, 0.25, draw.Count, 3, 1, 1);
        var lined = (colours * (1 - edges)) + (ink * edges * alpha) + (ink * (wider - alpha));
        return cat([colours + (where * (lined - colours)), alpha + (where * (wider - alpha))], 1);
    }
}
