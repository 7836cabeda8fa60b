using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks;

/// <summary>Negative activations become zero. Never in place: the activation before it stays readable.</summary>
public sealed record Relu : Operation
{
    /// <inheritdoc/>
    public override string Kind => "ReLU";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.relu(inputs[0]);
}

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

/// <summary>Each channel shifted and scaled to its running statistics (Ioffe and Szegedy 2015).</summary>
public sealed record BatchNormalization(int Channels, double Epsilon = 1e-5, double Momentum = 0.1) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "batch normalisation";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, long[]> Parameters => new Dictionary<string, long[]>
    {
        ["weight"] = [Channels],
        ["bias"] = [Channels],
        ["running_mean"] = [Channels],
        ["running_var"] = [Channels],
    };

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => inputs[0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.batch_norm(
            inputs[0],
            parameters["running_mean"],
            parameters["running_var"],
            parameters["weight"],
            parameters["bias"],
            rules.Training,
            Momentum,
            Epsilon);
}
