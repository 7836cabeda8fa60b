using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>
/// The gradient times the preprocessed input (Shrikumar et al. 2016, arXiv 1605.01713): its sum is the score itself in
/// a ReLU network without biases.
/// </summary>
internal sealed class InputXGradient(Network network, Score score, Tensor input) : Attributor(1)
{
    public override Tensor Step()
    {
        using var gradient = score.Gradient(network, input);
        return gradient * input;
    }
}
