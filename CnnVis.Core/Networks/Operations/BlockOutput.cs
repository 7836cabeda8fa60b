using static TorchSharp.torch;

namespace CnnVis.Core.Networks.Operations;

/// <summary>
/// The name of a whole block for what its last node gives, where that node needs a name of its own: torchvision's
/// <c>layer4</c> gives what <c>layer4.1</c> gives, and both are asked for. The memory is shared.
/// </summary>
public sealed record BlockOutput : Operation
{
    /// <inheritdoc/>
    public override string Kind => "block output";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        inputs[0].alias();
}
