using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>
/// A ReLU whose gradient passes only where the input is positive and the gradient itself is positive
/// (guided backpropagation, Springenberg et al. 2014, arXiv 1412.6806, section 3.4).
/// </summary>
internal sealed class GuidedRelu : autograd.SingleTensorFunction<GuidedRelu>
{
    /// <inheritdoc/>
    public override string Name => nameof(GuidedRelu);

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var input = (Tensor)vars[0];
        ctx.save_for_backward([input]);
        return input.clamp_min(0);
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output) =>
        [grad_output.clamp_min(0) * (ctx.get_saved_variables()[0] > 0)];
}
