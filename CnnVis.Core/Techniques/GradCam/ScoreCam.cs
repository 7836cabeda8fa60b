using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>
/// Score-CAM (Wang et al. 2019, arXiv 1910.01279): the input is seen through each channel of a layer, enlarged with
/// aligned corners and stretched to 0..1; the softmax of the scores over all channels weighs the channels. The map of a
/// step is made from the channels tried so far. Owns its tensors: dispose it.
/// </summary>
/// <param name="activation">[channels, height, width]; it stays the caller's.</param>
internal sealed class ScoreCam(Network network, Score score, Tensor input, Tensor activation)
{
    // Few enough that a step stays short in a large network too; several in one pass cost less each.
    public const int ChannelsAStep = 4;
    private const double Floor = 1e-8;
    private readonly List<float> _scores = [];

    /// <summary>The number of steps for a layer of so many channels.</summary>
    public static int StepsFor(int channels) => (channels + ChannelsAStep - 1) / ChannelsAStep;

    /// <summary>Tries the next channels.</summary>
    /// <returns>The map before the final ReLU, [height, width], in the caller's dispose scope.</returns>
    public Tensor Step()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var first = _scores.Count;
        var masks = Masks(activation.narrow(0, first, Math.Min(ChannelsAStep, activation.shape[0] - first)));
        _scores.AddRange(score.Values(network, input * masks));
        var weights = tensor(_scores.ToArray()).softmax(dim: 0);
        return CamFormulas.Weigh(weights, activation.narrow(0, 0, _scores.Count)).MoveToOuterDisposeScope();
    }

    // [n, 1, height, width] of the input's size.
    private Tensor Masks(Tensor channels)
    {
        var large = functional.interpolate(
            channels.unsqueeze(1), [input.shape[2], input.shape[3]], mode: InterpolationMode.Bilinear, align_corners: true);
        var (low, high) = (large.amin([2, 3], keepdim: true), large.amax([2, 3], keepdim: true));
        return (large - low) / (high - low + Floor);
    }
}
