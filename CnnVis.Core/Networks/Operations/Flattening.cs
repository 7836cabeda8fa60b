using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>A map laid out as one row of features.</summary>
public sealed record Flattening : Operation
{
    /// <inheritdoc/>
    public override string Kind => "flattening";

    /// <inheritdoc/>
    public override Window Window => Window.Whole;

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => [inputs[0].Aggregate((a, b) => a * b)];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        inputs[0].flatten(start_dim: 1);
}
