using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>
/// Guided Grad-CAM (Selvaraju et al. 2016, arXiv 1610.02391, section 3.2): the fine structure of guided
/// backpropagation, times the map enlarged to the picture's size.
/// </summary>
internal static class GuidedGradCam
{
    /// <summary>Guided backpropagation, [3, height, width] of the input, in the caller's dispose scope.</summary>
    /// <param name="input">[1, 3, height, width], preprocessed.</param>
    public static Tensor Backpropagation(Network network, Score score, Tensor input)
    {
        using var scope = NewDisposeScope();
        return score.Gradient(network, input, new ExecutionRules(Relu: ReluRule.Guided))[0].MoveToOuterDisposeScope();
    }

    /// <summary>Times a map, [height, width] of a layer, enlarged; in the caller's dispose scope.</summary>
    /// <param name="guided">[3, height, width] of the input.</param>
    public static Tensor Times(Tensor guided, Tensor map, Upsampling upsampling)
    {
        using var scope = NewDisposeScope();
        return (guided * Enlarge(map, guided.shape[1], guided.shape[2], upsampling)).MoveToOuterDisposeScope();
    }

    private static Tensor Enlarge(Tensor map, long height, long width, Upsampling upsampling)
    {
        var single = map.unsqueeze(0).unsqueeze(0);
        return upsampling == Upsampling.Nearest
            ? functional.interpolate(single, [height, width], mode: InterpolationMode.Nearest)[0]
            : functional.interpolate(single, [height, width], mode: InterpolationMode.Bilinear, align_corners: false)[0];
    }
}
