using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>The inputs' channels one after another.</summary>
public sealed record Concatenation : Operation
{
    /// <inheritdoc/>
    public override string Kind => "concatenation";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) =>
        [inputs.Sum(shape => shape[0]), .. inputs[0][1..]];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        cat([.. inputs], dim: 1);
}
