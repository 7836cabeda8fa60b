using System.Buffers.Binary;

namespace CnnVis.Core.Training.Data;

/// <summary>
/// The format of MNIST's files: two zeros, the type of the numbers, how many dimensions there are, their sizes as
/// 32-bit numbers with the highest byte first, and then the numbers (http://yann.lecun.com/exdb/mnist, "The IDX file format").
/// </summary>
internal static class IdxFile
{
    private const byte UnsignedByte = 8;

    /// <summary>Reads a file of bytes into an array that takes all of them or, if it is shorter, the first.</summary>
    /// <param name="largest">The largest number that may be among them.</param>
    /// <param name="shape">The sizes that the file must have.</param>
    /// <exception cref="InvalidDataSetException">It is no such file, has other sizes, or is damaged.</exception>
    public static void Read(string path, byte[] target, byte largest, params int[] shape) => DataFile.Read(path, content =>
    {
        ReadHeader(content, shape);
        content.ReadExactly(target);
        var wrong = target.AsSpan().IndexOfAnyExceptInRange((byte)0, largest);
        DataFile.RefuseIf(wrong >= 0, $"it has a {target.ElementAtOrDefault(wrong)} where only 0 to {largest} can be");
        Skip(content, shape.Aggregate(1, (a, b) => a * b) - target.Length);
        DataFile.RequireEnd(content);
    });

    private static void ReadHeader(Stream content, int[] shape)
    {
        var header = new byte[4 * (1 + shape.Length)];
        content.ReadExactly(header);
        DataFile.RefuseIf(!header.AsSpan(0, 3).SequenceEqual((byte[])[0, 0, UnsignedByte]), "it is no IDX file of bytes");
        DataFile.RefuseIf(header[3] != shape.Length, $"it has {header[3]} dimensions instead of {shape.Length}");
        for (var i = 0; i < shape.Length; i++)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (i + 1)));
            DataFile.RefuseIf(size != shape[i], $"its dimension {i + 1} is {size} instead of {shape[i]}");
        }
    }

    private static void Skip(Stream content, int count)
    {
        var buffer = new byte[64 * 1024];
        for (; count > 0; count -= buffer.Length)
        {
            content.ReadExactly(buffer, 0, Math.Min(count, buffer.Length));
        }
    }
}
