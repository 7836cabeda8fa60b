using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>
/// A ReLU whose gradient finds a way out when it is dead: for a picture of the batch that would get no gradient at
/// all, what would raise a negative input passes too. Without it a channel that is silent at the start stays so
/// (the gradient override of Olah et al. 2017's feature visualizations). The gradient is taken as pointing uphill.
/// </summary>
internal sealed class RedirectedRelu : autograd.SingleTensorFunction<RedirectedRelu>
{
    /// <inheritdoc/>
    public override string Name => nameof(RedirectedRelu);

    /// <inheritdoc/>
    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        var input = (Tensor)vars[0];
        ctx.save_for_backward([input]);
        return input.clamp_min(0);
    }

    /// <inheritdoc/>
    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        var positive = ctx.get_saved_variables()[0] > 0;
        var usual = grad_output * positive;
        var redirected = where(positive, grad_output, grad_output.clamp_min(0));
        long[] everywhere = [.. Enumerable.Range(1, (int)grad_output.dim() - 1).Select(dimension => (long)dimension)];
        var dead = usual.abs().sum(everywhere, keepdim: true).eq(0);
        return [where(dead, redirected, usual)];
    }
}
