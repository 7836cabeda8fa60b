using System.IO.Compression;
using System.Text;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// Reads what torch.save writes since PyTorch 1.6: a zip archive of one folder, with the pickle in <c>data.pkl</c> and each
/// storage in <c>data/key</c>, all uncompressed.
/// </summary>
internal static class ZipWeightsReader
{
    private const string PickleName = "data.pkl";

    public static TensorSet Read(FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var folder = Folder(archive);
        RequireLittleEndian(archive.GetEntry($"{folder}byteorder"));
        var tensors = StateDict.Find(ReadPickle(Required(archive, folder + PickleName)));
        using var storages = new StorageSet(file.Length);
        foreach (var storage in tensors.Values.Select(t => t.Storage).Distinct())
        {
            ReadStorage(storages, storage, Required(archive, $"{folder}data/{storage.Key}"));
        }
        return storages.Cut(tensors);
    }

    private static string Folder(ZipArchive archive)
    {
        var pickles = archive.Entries.Where(e => e.Name == PickleName).Take(2).ToList();
        Refuse.If(pickles.Count != 1, "it is a zip archive, but not one that torch.save wrote");
        return pickles[0].FullName[..^PickleName.Length];
    }

    private static void RequireLittleEndian(ZipArchiveEntry? byteOrder)
    {
        if (byteOrder is null)
        {
            return; // PyTorch before 2.0 did not say
        }
        var order = Encoding.ASCII.GetString(ReadAll(byteOrder, limit: 16));
        Refuse.If(order != "little", "its numbers are big-endian; save it again on a little-endian computer");
    }

    private static object? ReadPickle(ZipArchiveEntry entry)
    {
        using var pickle = new MemoryStream(ReadAll(entry, PickleLimits.Bytes));
        return new PickleReader(pickle).Read();
    }

    private static void ReadStorage(StorageSet storages, PickledStorage storage, ZipArchiveEntry entry)
    {
        Refuse.If(
            entry.Length != storage.Bytes,
            $"the storage {Wording.Quoted(storage.Key)} needs {storage.Bytes} bytes and has {entry.Length}");
        using var data = entry.Open();
        storages.Read(storage, data);
    }

    private static byte[] ReadAll(ZipArchiveEntry entry, int limit)
    {
        Refuse.If(entry.Length > limit, $"its part {Wording.Quoted(entry.Name)} is too large");
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    // torch.save never compresses, so a compressed entry is a way to make much of little.
    private static ZipArchiveEntry Required(ZipArchive archive, string name)
    {
        var entry = archive.GetEntry(name)
            ?? throw new WeightsRefusedException($"its part {Wording.Quoted(name)} is missing");
        Refuse.If(
            entry.CompressedLength != entry.Length,
            $"its part {Wording.Quoted(name)} is compressed, which torch.save never does");
        return entry;
    }
}
