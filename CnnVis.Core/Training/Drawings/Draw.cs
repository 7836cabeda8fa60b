using static TorchSharp.torch;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Random numbers for a batch, one for each picture, from one generator.</summary>
/// <param name="count">Pictures in the batch.</param>
/// <param name="random">Decides everything.</param>
internal sealed class Draw(long count, Generator random)
{
    /// <summary>Pictures in the batch.</summary>
    public long Count => count;

    /// <summary>Evenly from low to high, [count, 1, 1, 1].</summary>
    public Tensor Even(double low, double high) => low + ((high - low) * rand(count, 1, 1, 1, generator: random));

    /// <summary>Evenly from low to high, of any shape.</summary>
    public Tensor Even(double low, double high, params long[] shape) =>
        low + ((high - low) * rand(shape, generator: random));

    /// <summary>1 with this probability, else 0, [count, 1, 1, 1].</summary>
    public Tensor Chance(double probability) => Even(0, 1).lt(probability).to_type(ScalarType.Float32);

    /// <summary>Normally distributed with deviation 1, of any shape.</summary>
    public Tensor Normal(params long[] shape) => randn(shape, generator: random);

    /// <summary>Indices drawn with these weights, with replacement, int64.</summary>
    public Tensor Index(Tensor weights) => multinomial(weights, count, replacement: true, generator: random);

    /// <summary>One index for each picture, drawn with its own row of weights, [count, n].</summary>
    public Tensor IndexEach(Tensor weights) => multinomial(weights, 1, replacement: true, generator: random).squeeze(1);
}
