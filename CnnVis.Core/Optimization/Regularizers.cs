using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Optimization;

/// <summary>Objectives on the picture itself, meant to be subtracted.</summary>
public static class Regularizers
{
    /// <summary>
    /// The mean absolute difference between neighbours, across and down (Rudin, Osher, Fatemi 1992, anisotropic form).
    /// 0 for a flat picture; the unit is brightness.
    /// </summary>
    public static Objective TotalVariation { get; } = new("total variation", [], evaluation =>
        Step(evaluation.Image, 2).abs().mean() + Step(evaluation.Image, 3).abs().mean());

    /// <summary>The mean square distance from mid grey (Simonyan et al. 2013, section 2). 0 for a grey picture.</summary>
    public static Objective L2 { get; } = new("L2", [], evaluation => (evaluation.Image - 0.5).square().mean());

    /// <summary>The mean distance from mid grey. 0 for a grey picture; what matters little becomes grey altogether.</summary>
    public static Objective L1 { get; } = new("L1", [], evaluation => (evaluation.Image - 0.5).abs().mean());

    /// <summary>
    /// The mean square distance from the same picture blurred, the mean of each pixel's 3 x 3 neighbourhood, which counts
    /// as fixed: a step against it blurs the picture a little (Olah et al. 2017, "Frequency penalization"). 0 for a flat picture.
    /// </summary>
    public static Objective Blur { get; } = new("blur", [], evaluation =>
    {
        var blurred = functional.avg_pool2d(evaluation.Image.detach(), 3, stride: 1, padding: 1, count_include_pad: false);
        return (evaluation.Image - blurred).square().mean();
    });

    /// <summary>
    /// The total variation of Mahendran and Vedaldi 2014 (arXiv 1412.0035, section 2): the squared differences to the
    /// neighbours on the right and below, summed, to the power of half of <paramref name="beta"/>; then the mean over
    /// all places that have such a neighbour. 2 gives the mean square across plus the mean square down of a square
    /// picture; smaller values allow sharper edges and more spikes. The unit is brightness to the power of beta.
    /// </summary>
    public static Objective TotalVariationNorm(double beta) => new("total variation", [], evaluation =>
    {
        var image = evaluation.Image;
        var (height, width) = (image.shape[2], image.shape[3]);
        var square = functional.pad(Step(image, 3).square(), [0, 1, 0, 0]) + functional.pad(Step(image, 2).square(), [0, 0, 0, 1]);
        var powered = beta == 2 ? square : square.clamp_min(Flat).pow(beta / 2);
        var neighbours = ((height * (width - 1)) + ((height - 1) * width)) / 2.0;
        return powered.sum() / (image.shape[0] * image.shape[1] * neighbours);
    });

    /// <summary>
    /// The mean of |x|^alpha, x being the distance from mid grey, 1 for black and white (Mahendran and Vedaldi 2014,
    /// section 2): a large alpha lets everything pass that is not near black or white. 0 for a grey picture.
    /// </summary>
    public static Objective AlphaNorm(double alpha) => new("alpha norm", [], evaluation =>
    {
        // The square first: its powers are much quicker. Under 2 their slope at grey would be infinite.
        var distance = (2 * evaluation.Image) - 1;
        return (alpha >= 2 ? distance.square().pow(alpha / 2) : distance.abs().pow(alpha)).mean();
    });

    // The root of nothing has no slope: below this, a place counts as flat.
    private const double Flat = 1e-10;

    private static Tensor Step(Tensor image, long dimension)
    {
        var length = image.shape[dimension] - 1;
        return image.narrow(dimension, 1, length) - image.narrow(dimension, 0, length);
    }
}
