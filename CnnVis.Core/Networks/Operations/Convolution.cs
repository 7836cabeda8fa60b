using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>A two-dimensional convolution with square kernel, stride and padding.</summary>
public sealed record Convolution(int In, int Out, int Kernel, int Stride = 1, int Padding = 0, bool Bias = true) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "convolution";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, long[]> Parameters
    {
        get
        {
            var shapes = new Dictionary<string, long[]> { ["weight"] = [Out, In, Kernel, Kernel] };
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
        functional.conv2d(inputs[0], parameters["weight"], parameters.Optional("bias"), [Stride, Stride], [Padding, Padding]);

    private long Side(long side) => side + (2 * Padding) < Kernel ? 0 : ((side + (2 * Padding) - Kernel) / Stride) + 1;
}
