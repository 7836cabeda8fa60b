using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace CnnVis.Core.Imaging;

/// <summary>NumPy's .npy format, version 1.0: what <c>numpy.load</c> reads, and of that what this application wrote.</summary>
public static partial class NpyFile
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

    /// <summary>The array of a file that <see cref="Write"/> made.</summary>
    /// <exception cref="InvalidDataException">It is another kind of file, or damaged.</exception>
    public static FloatArray Read(ReadOnlySpan<byte> file)
    {
        var before = Start.Length + sizeof(ushort);
        if (file.Length < before || !file.StartsWith(Start))
        {
            throw new InvalidDataException("This is no .npy file of version 1.0.");
        }

        var values = before + (file[before - 2] | (file[before - 1] << 8));
        var shape = values <= file.Length ? ShapeIn(Encoding.ASCII.GetString(file[before..values])) : null;
        if (shape is null || file.Length - values != sizeof(float) * shape.Aggregate(1L, (product, length) => product * length))
        {
            throw new InvalidDataException("This .npy file does not hold what its header says, or no float32 in C order.");
        }

        return new FloatArray(shape, MemoryMarshal.Cast<byte, float>(file[values..]).ToArray());
    }

    private static long[]? ShapeIn(string header) => ShapePattern().Match(header) is { Success: true } match
        ? [.. match.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(long.Parse)]
        : null;

    [GeneratedRegex(@"^\{'descr': '<f4', 'fortran_order': False, 'shape': \(([0-9, ]*)\), \} *\n$")]
    private static partial Regex ShapePattern();

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
