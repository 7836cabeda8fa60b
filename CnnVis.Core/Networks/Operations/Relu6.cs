using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>
/// A ReLU that also ends at 6 (MobileNets). It is a <see cref="Relu"/> with a lid, so whatever rule says which gradient
/// passes a ReLU says it here too.
/// </summary>
public sealed record Relu6 : Operation
{
    private static readonly Relu Relu = new();

    /// <inheritdoc/>
    public override string Kind => "ReLU6";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules)
    {
        using var positive = Relu.Apply(inputs, parameters, rules);
        return positive.clamp_max(6);
    }
}
