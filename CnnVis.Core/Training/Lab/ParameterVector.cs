using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>
/// Parameters of any shapes whose memory lies in one row, so that an optimiser changes all of them with a few operations
/// rather than a few each. Owns its tensors: dispose it.
/// </summary>
internal sealed class ParameterVector : IDisposable
{
    /// <param name="parameters">The first values; they stay the caller's.</param>
    public ParameterVector(IReadOnlyList<Tensor> parameters)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        Values = cat([.. parameters.Select(parameter => parameter.flatten())]).DetachFromDisposeScope();
        var parts = new List<Tensor>();
        var start = 0L;
        foreach (var parameter in parameters)
        {
            var part = Values.narrow(0, start, parameter.numel()).view(parameter.shape).detach();
            parts.Add(part.requires_grad_().DetachFromDisposeScope());
            start += parameter.numel();
        }

        Parts = parts;
    }

    /// <summary>[count]</summary>
    public Tensor Values { get; }

    /// <summary>The parameters in their shapes, for which gradients can be asked; their memory is that of <see cref="Values"/>.</summary>
    public IList<Tensor> Parts { get; }

    /// <summary>The gradient of a loss, [count], in the caller's dispose scope.</summary>
    public Tensor Gradient(Tensor loss)
    {
        using var scope = NewDisposeScope();
        return cat([.. autograd.grad([loss], Parts).Select(gradient => gradient.flatten())]).MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var part in Parts)
        {
            part.Dispose();
        }

        Values.Dispose();
    }
}
