using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// A random change of the picture before each step, of unchanged size. It is part of what is differentiated, so the
/// gradient comes back to the place it belongs to: a shift is undone by itself.
/// </summary>
public abstract record ImageTransform
{
    /// <summary>Changes the picture, [batch, 3, height, width], in the caller's dispose scope.</summary>
    public abstract Tensor Apply(Tensor image, Generator random);

    /// <summary>A number drawn evenly from -1 to 1.</summary>
    protected static double Draw(Generator random)
    {
        using var value = rand(1, generator: random);
        return (2 * value.item<float>()) - 1;
    }
}
