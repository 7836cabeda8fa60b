using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>
/// The gradient of the score (Simonyan et al. 2013, section 3); with the guided rule, guided backpropagation
/// (Springenberg et al. 2014, arXiv 1412.6806).
/// </summary>
internal sealed class PlainGradient(Network network, Score score, Tensor input, ExecutionRules? rules = null) : Attributor(1)
{
    public override Tensor Step() => score.Gradient(network, input, rules);
}
