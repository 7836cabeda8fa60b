using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>Two activations of one shape added up: where a residual block's shortcut comes back (He et al. 2015).</summary>
public sealed record Addition : Operation
{
    /// <inheritdoc/>
    public override string Kind => "addition";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        inputs[0] + inputs[1];
}
