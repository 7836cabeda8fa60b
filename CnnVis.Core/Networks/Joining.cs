using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks;

/// <summary>The inputs' channels one after another.</summary>
public sealed record Concatenation : Operation
{
    /// <inheritdoc/>
    public override string Kind => "concatenation";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) =>
        [inputs.Sum(shape => shape[0]), .. inputs[0][1..]];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        cat([.. inputs], dim: 1);
}

/// <summary>A map laid out as one row of features.</summary>
public sealed record Flattening : Operation
{
    /// <inheritdoc/>
    public override string Kind => "flattening";

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => [inputs[0].Aggregate((a, b) => a * b)];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        inputs[0].flatten(start_dim: 1);
}

/// <summary>A fully connected layer.</summary>
public sealed record Linear(int In, int Out) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "fully connected";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, long[]> Parameters =>
        new Dictionary<string, long[]> { ["weight"] = [Out, In], ["bias"] = [Out] };

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => [inputs[0][0] == In ? Out : 0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.linear(inputs[0], parameters["weight"], parameters["bias"]);
}
