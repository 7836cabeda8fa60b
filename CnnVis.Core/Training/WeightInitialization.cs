using CnnVis.Core.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Core.Training;

/// <summary>First weights of an untrained network.</summary>
internal static class WeightInitialization
{
    /// <summary>
    /// Weights of convolutions and linear layers evenly from a range around 0; biases 0; batch normalisation starts as the
    /// identity. Running statistics are tensors, all else parameters.
    /// </summary>
    public static Dictionary<string, Tensor> For(NetworkGraph graph, Generator random, FirstRange range = FirstRange.He) =>
        graph.ParameterShapes.ToDictionary(entry => entry.Key, entry => First(entry.Key, entry.Value, random, range));

    private static Tensor First(string name, long[] shape, Generator random, FirstRange range)
    {
        using var scope = NewDisposeScope();
        var values = Values(name, shape, random, range);
        var owned = name.Contains("running_", StringComparison.Ordinal) ? values : new Parameter(values);
        return owned.DetachFromDisposeScope();
    }

    /// <summary>First values of one tensor, by its name; a new tensor in the caller's dispose scope.</summary>
    public static Tensor Values(string name, long[] shape, Generator random, FirstRange range = FirstRange.He)
    {
        using var scope = NewDisposeScope();
        var values = name.Split('.')[^1] switch
        {
            "weight" when shape.Length > 1 => ((2 * rand(shape, generator: random)) - 1) * Bound(shape, range),
            "weight" or "running_var" => ones(shape),
            _ => zeros(shape),
        };
        return values.MoveToOuterDisposeScope();
    }

    private static double Bound(long[] shape, FirstRange range)
    {
        var cells = shape[2..].Aggregate(1L, (a, b) => a * b);
        return Math.Sqrt(6.0 / (cells * (range == FirstRange.He ? shape[1] : shape[0] + shape[1])));
    }
}

/// <summary>From which range first weights are drawn.</summary>
internal enum FirstRange
{
    /// <summary>±sqrt(6 / fan-in) (He et al. 2015, arXiv 1502.01852).</summary>
    He,

    /// <summary>±sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010).</summary>
    Glorot,
}
