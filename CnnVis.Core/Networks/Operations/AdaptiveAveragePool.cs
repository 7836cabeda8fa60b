using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>The mean of each channel, brought to a fixed number of cells whatever the input's size.</summary>
/// <param name="Size">Cells a side; 1 is global average pooling.</param>
public sealed record AdaptiveAveragePool(int Size = 1) : Operation
{
    /// <inheritdoc/>
    public override string Kind => Size == 1 ? "global average pooling" : "average pooling";

    // With several cells a side the window grows with the picture: no number of pixels is true for all sizes.
    /// <inheritdoc/>
    public override Window Window => Window.Whole;

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) =>
        inputs[0][1] < 1 || inputs[0][2] < 1 ? [inputs[0][0], 0, 0] : [inputs[0][0], Size, Size];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.adaptive_avg_pool2d(inputs[0], [Size, Size]);
}
