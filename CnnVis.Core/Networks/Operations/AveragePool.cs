using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>The mean of each square window; windows lie side by side, and what is left over at the edge is dropped.</summary>
/// <param name="Size">The window's side, and the step from one to the next.</param>
public sealed record AveragePool(int Size) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "average pooling";

    /// <inheritdoc/>
    public override Window Window => new(Size, Size);

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) =>
        [inputs[0][0], inputs[0][1] / Size, inputs[0][2] / Size];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.avg_pool2d(inputs[0], [Size, Size], [Size, Size]);
}
