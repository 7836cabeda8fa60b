using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>A step whose mean size is the rate, however steep the slope: DeepDream's rule (Mordvintsev et al. 2015).</summary>
/// <param name="rate">The mean change of a value.</param>
public sealed class NormalizedStep(double rate) : UpdateRule(rate)
{
    /// <inheritdoc/>
    public override void Apply(Parameter values, Tensor gradient)
    {
        var size = gradient.abs().mean().clamp_min(1e-12);
        values.addcdiv_(gradient, size, Rate);
    }
}
