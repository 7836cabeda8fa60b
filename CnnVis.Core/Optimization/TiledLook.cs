using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// An objective and its gradient on a picture that is looked at tile by tile. The cuts lie elsewhere each time, at
/// random, so that no seam can grow; a picture that fits into one tile is looked at as a whole, with nothing random.
/// </summary>
internal static class TiledLook
{
    /// <summary>The mean of the tiles' objectives by their areas, and its gradient.</summary>
    /// <param name="image">[1, 3, height, width]; the gradient does not go beyond it.</param>
    /// <param name="tile">The tiles' sides in pixels; those at the edges have half as much to one and a half times as much.</param>
    /// <param name="evaluate">The objective of one tile.</param>
    public static (double Value, Tensor Gradient) At(Tensor image, int tile, Generator random, Func<Tensor, Tensor> evaluate)
    {
        var (rows, columns) = (Cut(image.shape[2], tile, random), Cut(image.shape[3], tile, random));
        var (sum, gradient) = (0.0, zeros_like(image));
        foreach (var (top, height) in rows)
        {
            foreach (var (left, width) in columns)
            {
                using var scope = NewDisposeScope();
                var leaf = image.detach().narrow(2, top, height).narrow(3, left, width).contiguous().requires_grad_();
                var share = (double)(height * width) / (image.shape[2] * image.shape[3]);
                var value = evaluate(leaf);
                sum += share * value.ToDouble();
                var part = autograd.grad([value], [leaf])[0];
                using var frozen = no_grad();
                gradient.narrow(2, top, height).narrow(3, left, width).copy_(share * part);
            }
        }

        return (sum, gradient);
    }

    /// <summary>Where the tiles of one direction begin and how long they are.</summary>
    internal static IReadOnlyList<(long Start, long Length)> Cut(long length, int tile, Generator random)
    {
        if (length <= tile)
        {
            return [(0, length)];
        }

        using var offset = randint(0, tile, [1], generator: random);
        var cuts = new List<long> { 0 };
        for (var cut = offset.item<long>(); cut <= length - (tile / 2); cut += tile)
        {
            if (cut >= tile / 2)
            {
                cuts.Add(cut);
            }
        }

        cuts.Add(length);
        return [.. cuts.Zip(cuts.Skip(1), (start, end) => (start, end - start))];
    }
}
