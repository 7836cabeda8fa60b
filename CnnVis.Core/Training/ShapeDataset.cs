using static TorchSharp.torch;

namespace CnnVis.Core.Training;

/// <summary>Pictures of shapes with their classes, drawn from a seed. It owns its tensors: dispose it.</summary>
public sealed class ShapeDataset : IDisposable
{
    /// <param name="count">How many pictures; the ten classes take turns.</param>
    /// <param name="seed">The same seed draws the same pictures.</param>
    /// <param name="size">The side of each picture in pixels.</param>
    public ShapeDataset(int count, int seed, int size = ShapeDrawing.Size)
    {
        var random = new SplitMix((ulong)seed);
        var classes = Enumerable.Range(0, count).Select(i => (long)(i % ShapeDrawing.Names.Count)).ToArray();
        var pixels = new byte[3 * size * size * count];
        for (var i = 0; i < count; i++)
        {
            new ShapeScene(random, size).Draw((int)classes[i], pixels.AsSpan(3 * size * size * i, 3 * size * size));
        }

        using var scope = NewDisposeScope();
        Images = (tensor(pixels, [count, 3, size, size], dtype: ScalarType.Float32) / 255).DetachFromDisposeScope();
        Labels = tensor(classes).DetachFromDisposeScope();
    }

    /// <summary>[count, 3, size, size] in 0..1, red first.</summary>
    public Tensor Images { get; }

    /// <summary>[count], the class of each picture as int64.</summary>
    public Tensor Labels { get; }

    /// <summary>Frees the pictures.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
