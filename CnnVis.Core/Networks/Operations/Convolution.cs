using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>A two-dimensional convolution with square kernel, stride and padding.</summary>
/// <param name="Groups">
/// Into how many parts the channels are divided, each seen by its own filters only; one channel each is depthwise.
/// </param>
public sealed record Convolution(
    int In, int Out, int Kernel, int Stride = 1, int Padding = 0, bool Bias = true, int Groups = 1) : Operation
{
    /// <inheritdoc/>
    public override string Kind => Groups switch
    {
        1 => "convolution",
        _ when Groups == In => "depthwise convolution",
        _ => "grouped convolution",
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, long[]> Parameters
    {
        get
        {
            var shapes = new Dictionary<string, long[]> { ["weight"] = [Out, In / Groups, Kernel, Kernel] };
            if (Bias)
            {
                shapes["bias"] = [Out];
            }

            return shapes;
        }
    }

    /// <inheritdoc/>
    public override Window Window => new(Kernel, Stride);

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => [Out, Side(inputs[0][1]), Side(inputs[0][2])];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.conv2d(
            inputs[0],
            parameters["weight"],
            parameters.Optional("bias"),
            [Stride, Stride],
            [Padding, Padding],
            groups: Groups);

    private long Side(long side) => side + (2 * Padding) < Kernel ? 0 : ((side + (2 * Padding) - Kernel) / Stride) + 1;
}
