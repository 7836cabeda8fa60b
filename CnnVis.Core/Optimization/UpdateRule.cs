using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>How a gradient becomes a step uphill. It may own tensors: dispose it.</summary>
public abstract class UpdateRule : IDisposable
{
    /// <summary>Changes the values in place. Called without gradient recording, inside a dispose scope.</summary>
    public abstract void Apply(Parameter values, Tensor gradient);

    /// <summary>Frees what the rule remembers.</summary>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>A step whose mean size is the rate, however steep the slope: DeepDream's rule (Mordvintsev et al. 2015).</summary>
/// <param name="rate">The mean change of a value.</param>
public sealed class NormalizedStep(double rate) : UpdateRule
{
    /// <inheritdoc/>
    public override void Apply(Parameter values, Tensor gradient)
    {
        var size = gradient.abs().mean().clamp_min(1e-12);
        values.addcdiv_(gradient, size, rate);
    }
}

/// <summary>Adam (Kingma and Ba 2014, arXiv 1412.6980, algorithm 1), uphill.</summary>
/// <param name="rate">The step size.</param>
public sealed class Adam(double rate) : UpdateRule
{
    private optim.Optimizer? _optimizer;

    /// <inheritdoc/>
    public override void Apply(Parameter values, Tensor gradient)
    {
        _optimizer ??= optim.Adam([values], rate, maximize: true);
        values.grad = gradient;
        _optimizer.step();
        values.grad = null;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _optimizer?.Dispose();
        base.Dispose();
    }
}
