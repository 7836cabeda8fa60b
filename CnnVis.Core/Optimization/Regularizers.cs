using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>Objectives on the picture itself, meant to be subtracted.</summary>
public static class Regularizers
{
    /// <summary>
    /// The mean absolute difference between neighbours, across and down (Rudin, Osher, Fatemi 1992, anisotropic form).
    /// 0 for a flat picture; the unit is brightness.
    /// </summary>
    public static Objective TotalVariation { get; } = new("total variation", [], evaluation =>
        Difference(evaluation.Image, 2) + Difference(evaluation.Image, 3));

    /// <summary>The mean square distance from mid grey (Simonyan et al. 2013, section 2). 0 for a grey picture.</summary>
    public static Objective L2 { get; } = new("L2", [], evaluation => (evaluation.Image - 0.5).square().mean());

    private static Tensor Difference(Tensor image, long dimension)
    {
        var length = image.shape[dimension] - 1;
        return (image.narrow(dimension, 1, length) - image.narrow(dimension, 0, length)).abs().mean();
    }
}
