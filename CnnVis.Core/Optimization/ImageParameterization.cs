using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// The numbers that an optimiser turns, and how a picture is made from them. It owns its tensor: dispose it.
/// </summary>
/// <param name="values">The start values; they are copied.</param>
public abstract class ImageParameterization(Tensor values) : IDisposable
{
    /// <summary>What the optimiser changes.</summary>
    public Parameter Values { get; } = Own(values);

    /// <summary>The pictures these values stand for, [batch, 3, height, width] in 0..1; differentiable.</summary>
    public abstract Tensor Render();

    /// <summary>Brings the values back to what a picture can have, after a step.</summary>
    public virtual void Constrain()
    {
    }

    /// <summary>Frees the values.</summary>
    public void Dispose()
    {
        Values.Dispose();
        GC.SuppressFinalize(this);
    }

    // Values live across steps, so they belong to no dispose scope.
    private static Parameter Own(Tensor values)
    {
        using var scope = NewDisposeScope();
        var own = new Parameter(values.detach().clone());
        own.DetachFromDisposeScope();
        return own;
    }
}
