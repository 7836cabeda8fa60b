using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CnnVis.Core.Training.Drawings;

/// <summary>Sprites as one tensor, at the sizes scenes want. It owns its tensors: dispose it.</summary>
public sealed class SpriteAtlas : IDisposable
{
    // Classes with many drawings are shown more often, but not in proportion: each drawing counts count^-0.7.
    private const double Evenness = -0.7;
    private readonly Tensor _pixels;
    private readonly Dictionary<int, Tensor> _sizes = [];

    /// <param name="sprites">At least one of every class.</param>
    /// <param name="partial">Whether some classes may have no drawing, as in a set kept for testing.</param>
    /// <exception cref="DrawingsException">A class has no drawing.</exception>
    public SpriteAtlas(IReadOnlyList<Sprite> sprites, bool partial = false)
    {
        var counts = sprites.CountBy(sprite => sprite.Class).ToDictionary();
        if (!partial && DrawingClass.All.Index().FirstOrDefault(c => !counts.ContainsKey(c.Index)).Item is { } missing)
        {
            throw new DrawingsException($"There is no drawing of \"{missing.Id}\": fetch the drawings again, or add its name to classes.json.");
        }

        _pixels = cat([.. sprites.Select(Pixels)]).DetachFromDisposeScope();
        Classes = tensor(sprites.Select(sprite => (long)sprite.Class).ToArray()).DetachFromDisposeScope();
        Weights = tensor(sprites.Select(sprite => (float)Math.Pow(counts[sprite.Class], Evenness)).ToArray()).DetachFromDisposeScope();
    }

    /// <summary>The class of each sprite, [sprites], int64.</summary>
    public Tensor Classes { get; }

    /// <summary>How often each sprite is shown, [sprites], relative.</summary>
    public Tensor Weights { get; }

    /// <summary>Some sprites at a size.</summary>
    /// <param name="indices">[count], int64.</param>
    /// <param name="side">Their side in pixels.</param>
    /// <returns>[count, 4, side, side] in 0..1: colours times alpha, and alpha.</returns>
    public Tensor At(Tensor indices, int side)
    {
        if (!_sizes.TryGetValue(side, out var sized))
        {
            sized = Resized(side).DetachFromDisposeScope();
            _sizes.Add(side, sized);
        }

        return sized[indices].to_type(ScalarType.Float32) / 255;
    }

    /// <summary>Frees the sprites.</summary>
    public void Dispose()
    {
        foreach (var owned in _sizes.Values.Append(_pixels).Append(Classes).Append(Weights))
        {
            owned.Dispose();
        }
    }

    private static Tensor Pixels(Sprite sprite) =>
        tensor(sprite.Pixels, [1, 4, Sprite.Side, Sprite.Side], dtype: ScalarType.Byte);

    // In pieces, since all as float would be half a gigabyte.
    private Tensor Resized(int side)
    {
        using var scope = NewDisposeScope();
        var pieces = _pixels.split(128).Select(piece =>
        {
            using var inner = NewDisposeScope();
            var smooth = functional.adaptive_avg_pool2d(piece.to_type(ScalarType.Float32), [side, side]);
            return smooth.round().to_type(ScalarType.Byte).MoveToOuterDisposeScope();
        });
        return cat([.. pieces]).MoveToOuterDisposeScope();
    }
}
