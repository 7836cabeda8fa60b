using System.Buffers.Binary;
using System.IO.Compression;

namespace CnnVis.Tests.Support;

/// <summary>A folder with small files in the data sets' original formats, made for one test.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("data");

    public string Path => _folder.FullName;

    /// <summary>A file in IDX format: the type of bytes, the sizes, and numbers that count up, modulo ten if they are labels.</summary>
    public static byte[] Idx(params int[] shape)
    {
        var (count, modulus) = (shape.Aggregate(1, (a, b) => a * b), shape.Length == 1 ? 10 : 256);
        var bytes = new byte[4 + (4 * shape.Length) + count];
        (bytes[2], bytes[3]) = (8, (byte)shape.Length);
        for (var i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + (4 * i)), shape[i]);
        }

        for (var i = 0; i < count; i++)
        {
            bytes[^(count - i)] = (byte)(i % modulus);
        }

        return bytes;
    }

    /// <summary>CIFAR's records, each a label and values that count up from it.</summary>
    public static byte[] Records(int count, int side, int firstLabel = 0) => [.. Enumerable.Range(0, count).SelectMany(
        i => Enumerable.Range(0, 1 + (3 * side * side)).Select(j => (byte)(((i + firstLabel) % 10) + j)))];

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public void Write(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
