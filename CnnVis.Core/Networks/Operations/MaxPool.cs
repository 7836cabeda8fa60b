using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>The maximum of each square window. With <paramref name="Ceil"/> a last, partial window counts too, as in Caffe.</summary>
public sealed record MaxPool(int Kernel, int Stride, int Padding = 0, bool Ceil = false) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "max pooling";

    /// <inheritdoc/>
    public override Window Window => new(Kernel, Stride);

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) =>
        [inputs[0][0], Side(inputs[0][1]), Side(inputs[0][2])];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.max_pool2d(inputs[0], [Kernel, Kernel], [Stride, Stride], [Padding, Padding], ceil_mode: Ceil);

    private long Side(long side)
    {
        var room = side + (2 * Padding) - Kernel + (Ceil ? Stride - 1 : 0);
        var windows = room < 0 ? 0 : (room / Stride) + 1;
        // A window may not start in the padding behind the input.
        return Ceil && (windows - 1) * Stride >= side + Padding ? windows - 1 : windows;
    }
}
