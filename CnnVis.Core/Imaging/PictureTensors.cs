using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace CnnVis.Core.Imaging;

/// <summary>Between pictures and tensors. Picture to tensor and back gives the same bytes.</summary>
/// <remarks>
/// The loops are managed: each is one pass in the caller's thread, where libtorch would take several, over temporaries,
/// on all its threads. And a tensor's bytes are forty times as quick to read as its typed accessor.
/// </remarks>
public static class PictureTensors
{
    /// <summary>The picture as a float32 tensor on the CPU.</summary>
    /// <returns>[1, 3, H, W], red, green and blue in 0..1; it belongs to the caller's dispose scope.</returns>
    public static Tensor ToTensor(Picture picture)
    {
        var tensor = empty([1, 3, picture.Height, picture.Width], dtype: ScalarType.Float32, device: CPU);
        Separate(picture.Rgb, MemoryMarshal.Cast<byte, float>(tensor.bytes));
        return tensor;
    }

    /// <summary>The tensor as a picture, rounded to the nearest of 256 steps.</summary>
    /// <param name="tensor">
    /// [1, 3, H, W] or [3, H, W] of any floating type on any device, meant to be in 0..1: less becomes 0, more becomes
    /// 1, and what is not a number becomes 0, so that a run gone astray shows black spots and not chance bytes.
    /// </param>
    /// <exception cref="ArgumentException">The shape is another one.</exception>
    public static Picture ToPicture(Tensor tensor)
    {
        CheckShape(tensor);
        using var scope = NewDisposeScope();
        var rgb = new byte[tensor.numel()];
        Interleave(Values(tensor), rgb);
        return new Picture((int)tensor.shape[^1], (int)tensor.shape[^2], rgb);
    }

    /// <summary>The values in managed memory, as float32, row-major.</summary>
    /// <param name="tensor">Any shape, numeric type and device.</param>
    public static FloatArray ToFloatArray(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return new FloatArray(tensor.shape, Values(tensor).ToArray());
    }

    /// <summary>The values as a float32 tensor on the CPU; it belongs to the caller's dispose scope.</summary>
    public static Tensor ToTensor(FloatArray array) => tensor(array.Values, [.. array.Shape]);

    /// <summary>Puts the values into a tensor of their shape, in the tensor's own type.</summary>
    internal static void Fill(Tensor tensor, FloatArray array)
    {
        using var values = ToTensor(array);
        tensor.copy_(values);
    }

    // Lives as long as the caller's scope.
    private static ReadOnlySpan<float> Values(Tensor tensor) =>
        MemoryMarshal.Cast<byte, float>(tensor.detach().to(ScalarType.Float32).cpu().contiguous().bytes);

    private static void Separate(ReadOnlySpan<byte> rgb, Span<float> planes)
    {
        var plane = planes.Length / 3;
        for (var channel = 0; channel < 3; channel++)
        {
            var values = planes.Slice(channel * plane, plane);
            for (var i = 0; i < plane; i++)
            {
                values[i] = rgb[3 * i + channel] / 255f;
            }
        }
    }

    private static void Interleave(ReadOnlySpan<float> planes, Span<byte> rgb)
    {
        var plane = planes.Length / 3;
        for (var channel = 0; channel < 3; channel++)
        {
            var values = planes.Slice(channel * plane, plane);
            for (var i = 0; i < plane; i++)
            {
                rgb[3 * i + channel] = ToByte(values[i]);
            }
        }
    }

    // The comparison is false for what is not a number.
    private static byte ToByte(float value) => value > 0 ? (byte)(MathF.Min(value, 1) * 255 + 0.5f) : (byte)0;

    private static void CheckShape(Tensor tensor)
    {
        if (tensor.shape is not ([1, 3, _, _] or [3, _, _]))
        {
            throw new ArgumentException($"A picture has the shape [1, 3, H, W] or [3, H, W], not [{string.Join(", ", tensor.shape)}].", nameof(tensor));
        }
    }
}
