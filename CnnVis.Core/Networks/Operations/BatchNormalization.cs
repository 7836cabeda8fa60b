using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

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

    // How many batches training saw: it matters only where the momentum is not fixed.
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, long[]> TrainingOnly =>
        new Dictionary<string, long[]> { ["num_batches_tracked"] = [] };

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
