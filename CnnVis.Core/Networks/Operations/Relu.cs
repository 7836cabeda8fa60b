using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>Negative activations become zero. Never in place: the activation before it stays readable.</summary>
public sealed record Relu : Operation
{
    /// <inheritdoc/>
    public override string Kind => "ReLU";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        rules.Relu switch
        {
            ReluRule.Redirected => RedirectedRelu.apply(inputs[0]),
            ReluRule.Guided => GuidedRelu.apply(inputs[0]),
            _ => functional.relu(inputs[0]),
        };
}
