using System.Runtime.InteropServices;
using System.Text;

namespace CnnVis.Core.Imaging;

/// <summary>NumPy's .npy format, version 1.0: what <c>numpy.load</c> reads.</summary>
public static class NpyFile
{
    private const int Alignment = 64;

    // Magic and version; the length of the text that follows stands between the two.
    private static ReadOnlySpan<byte> Start => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>The array as a file: float32, little-endian, C order.</summary>
    public static byte[] Write(FloatArray array)
    {
        var header = Header(array.Shape);
        var file = new byte[header.Length + sizeof(float) * array.Values.Length];
        header.CopyTo(file, 0);
        // libtorch runs on little-endian machines only, so the values are in the file's order already.
        MemoryMarshal.AsBytes<float>(array.Values).CopyTo(file.AsSpan(header.Length));
        return file;
    }

    private static byte[] Header(IReadOnlyList<long> shape)
    {
        var before = Start.Length + sizeof(ushort);
        var text = $"{{'descr': '<f4', 'fortran_order': False, 'shape': {Tuple(shape)}, }}";
        // At least the line feed, and as many spaces as bring the values to a multiple of 64 bytes.
        var end = (before + text.Length + Alignment) / Alignment * Alignment;
        var line = text.PadRight(end - before - 1) + "\n";
        return [.. Start, (byte)line.Length, (byte)(line.Length >> 8), .. Encoding.ASCII.GetBytes(line)];
    }

    // Python writes a tuple of one with a comma.
    private static string Tuple(IReadOnlyList<long> shape) =>
        shape.Count == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";
}
