using System.Globalization;
using System.IO.Compression;
using System.Numerics;

namespace CnnVis.Tests.Core.Weights;

/// <summary>Builds small files in the two formats of torch.save.</summary>
internal static class PthFile
{
    private static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    public static byte[] Zip(byte[] pickle, params (string Name, byte[] Content)[] parts) =>
        Zip(CompressionLevel.NoCompression, [("data.pkl", pickle), .. parts]);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry($"net/{name}", level).Open();
                entry.Write(content);
            }
        }
        return bytes.ToArray();
    }

    public static byte[] Legacy(byte[] pickle, params (string Key, long Count, byte[] Content)[] storages) =>
    [
        .. PickleScript.Of(Magic),
        .. PickleScript.Of(1001),
        .. new PickleScript().Dictionary(("little_endian", p => p.Op(0x88))).Stop(),
        .. pickle,
        .. Keys(storages.Select(s => s.Key)),
        .. storages.SelectMany(s => BitConverter.GetBytes(s.Count).Concat(s.Content)),
    ];

    /// <summary>A state dict of one float tensor "w" on a storage of <paramref name="count"/> elements with the key "0".</summary>
    public static byte[] OneTensor(long count, long offset, long[] shape, long[] strides) => new PickleScript()
        .Dictionary(("w", p => p.Tensor(s => s.Storage("0", count), offset, shape, strides))).Stop();

    private static byte[] Keys(IEnumerable<string> keys)
    {
        var script = new PickleScript().Op("]("u8);
        foreach (var key in keys)
        {
            script.Text(key);
        }
        return script.Op('e').Stop();
    }
}
