using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Networks.Operations;

/// <summary>A fully connected layer.</summary>
public sealed record Linear(int In, int Out) : Operation
{
    /// <inheritdoc/>
    public override string Kind => "fully connected";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, long[]> Parameters =>
        new Dictionary<string, long[]> { ["weight"] = [Out, In], ["bias"] = [Out] };

    /// <inheritdoc/>
    public override Window Window => Window.Whole;

    /// <inheritdoc/>
    public override long[] OutputShape(IReadOnlyList<long[]> inputs) => [inputs[0][0] == In ? Out : 0];

    /// <inheritdoc/>
    public override Tensor Apply(IReadOnlyList<Tensor> inputs, NodeParameters parameters, ExecutionRules rules) =>
        functional.linear(inputs[0], parameters["weight"], parameters["bias"]);
}
