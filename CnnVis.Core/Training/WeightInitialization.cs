using CnnVis.Core.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Training;

/// <summary>First weights of an untrained network.</summary>
internal static class WeightInitialization
{
    /// <summary>
    /// Weights of convolutions and linear layers evenly from ±sqrt(6 / fan-in) (He et al. 2015, arXiv 1502.01852);
    /// biases 0; batch normalisation starts as the identity. Running statistics are tensors, all else parameters.
    /// </summary>
    public static Dictionary<string, Tensor> For(NetworkGraph graph, Generator random) =>
        graph.ParameterShapes.ToDictionary(entry => entry.Key, entry => First(entry.Key, entry.Value, random));

    private static Tensor First(string name, long[] shape, Generator random)
    {
        using var scope = NewDisposeScope();
        var values = name.Split('.')[^1] switch
        {
            "weight" when shape.Length > 1 => Even(shape, random),
            "weight" or "running_var" => ones(shape),
            _ => zeros(shape),
        };
        var owned = name.Contains("running_", StringComparison.Ordinal) ? values : new Parameter(values);
        return owned.DetachFromDisposeScope();
    }

    private static Tensor Even(long[] shape, Generator random)
    {
        var fanIn = shape[1..].Aggregate(1L, (a, b) => a * b);
        return ((2 * rand(shape, generator: random)) - 1) * Math.Sqrt(6.0 / fanIn);
    }
}
