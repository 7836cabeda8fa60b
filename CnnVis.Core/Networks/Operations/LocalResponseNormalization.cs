using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>Each activation divided by a power of the energy of its neighbouring channels (Krizhevsky 2012, section 3.3).</summary>
/// <param name="Size">Channels in the neighbourhood.</param>
public sealed record LocalResponseNormalization(int Size = 5, double Alpha = 1e-4, double Beta = 0.75, double K = 1) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "local response normalisation";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.local_response_norm(inputs[0], Size, Alpha, Beta, K);
}
