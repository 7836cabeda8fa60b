using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

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
