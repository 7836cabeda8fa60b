using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>
/// The maps' formulas, before the final ReLU. A is a layer's activation and g the gradient of the score with respect to
/// it, both [channels, height, width]; the map is [height, width].
/// </summary>
internal static class CamFormulas
{
    // As in pytorch-grad-cam, so that numbers compare.
    private const double PlusPlusFloor = 1e-6, XGradFloor = 1e-7;

    public static Tensor Map(CamMethod method, Tensor a, Tensor g)
    {
        using var scope = NewDisposeScope();
        var map = method switch
        {
            CamMethod.GradCam => Weigh(g.mean([1, 2]), a),
            CamMethod.GradCamPlusPlus => Weigh(PlusPlusWeights(a, g), a),
            CamMethod.HiResCam => (g * a).sum(dim: 0),
            CamMethod.LayerCam => (g.clamp_min(0) * a).sum(dim: 0),
            CamMethod.XGradCam => Weigh((g * a).sum([1, 2]) / (a.sum([1, 2]) + XGradFloor), a),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "No formula of activation and gradient."),
        };
        return map.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// EigenCAM (Muhammad and Yeasin 2020, arXiv 2008.00299): the projection of each place's activations, less their
    /// mean, on their main direction. The direction's sign is chosen so that the map is large where the layer is active.
    /// </summary>
    public static Tensor Eigen(Tensor a)
    {
        using var scope = NewDisposeScope();
        var places = a.flatten(start_dim: 1).t();
        var centred = places - places.mean([0], keepdim: true);
        var (_, _, directions) = linalg.svd(centred, fullMatrices: false);
        var map = centred.matmul(directions[0]).view(a.shape[1], a.shape[2]);
        var agreement = (map * a.sum(dim: 0)).sum().ToDouble();
        return (agreement < 0 ? -map : map).MoveToOuterDisposeScope();
    }

    /// <summary>The sum of the channels, each times its weight.</summary>
    public static Tensor Weigh(Tensor weights, Tensor a) => tensordot(weights, a, [0], [0]);

    // Chattopadhay et al. 2017 (arXiv 1710.11063), equation 19 with the second and third derivatives of an exponential
    // score written as powers of g.
    private static Tensor PlusPlusWeights(Tensor a, Tensor g)
    {
        var squared = g.square();
        var shares = squared / ((2 * squared) + (a.sum([1, 2], keepdim: true) * squared * g) + PlusPlusFloor);
        return (g.clamp_min(0) * shares).sum([1, 2]);
    }
}
