using System.Runtime.InteropServices;
using CnnVis.Core.Training.Data;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Lab;

/// <summary>Batches of pictures as tensors, shifted and mirrored at random if so wished.</summary>
/// <param name="pictures">Where they are taken from.</param>
/// <param name="shift">How far they are shifted at most, in pixels; what was outside repeats the edge.</param>
/// <param name="mirror">Whether half of them are mirrored.</param>
internal sealed class BatchMaker(LabelledPictures pictures, int shift = 0, bool mirror = false)
{
    private static readonly float[] Shares = [.. Enumerable.Range(0, 256).Select(value => value / 255f)];

    /// <summary>[batch, 3, side, side] in 0..1 and [batch] classes, in the caller's dispose scope.</summary>
    public (Tensor Images, Tensor Classes) Make(ReadOnlySpan<int> indices, SplitMix random)
    {
        var images = empty([indices.Length, 3, pictures.Side, pictures.Side], dtype: ScalarType.Float32);
        var values = MemoryMarshal.Cast<byte, float>(images.bytes);
        var classes = new long[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            classes[i] = pictures.Classes[indices[i]];
            Copy(pictures[indices[i]], values.Slice(i * values.Length / indices.Length, values.Length / indices.Length), random);
        }

        return (images, tensor(classes));
    }

    private void Copy(ReadOnlySpan<byte> from, Span<float> to, SplitMix random)
    {
        var side = pictures.Side;
        var (right, down) = shift > 0 ? (random.Below((2 * shift) + 1) - shift, random.Below((2 * shift) + 1) - shift) : (0, 0);
        var mirrored = mirror && random.Below(2) == 1;
        for (var row = 0; row < 3 * side; row++)
        {
            var plane = pictures.Channels == 3 ? row / side : 0;
            var source = from.Slice(((plane * side) + Math.Clamp((row % side) + down, 0, side - 1)) * side, side);
            var target = to.Slice(row * side, side);
            for (var x = 0; x < side; x++)
            {
                target[x] = Shares[source[Math.Clamp((mirrored ? side - 1 - x : x) + right, 0, side - 1)]];
            }
        }
    }
}
