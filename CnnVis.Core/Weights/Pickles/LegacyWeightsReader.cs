using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// Reads what torch.save wrote before PyTorch 1.6, and what torchvision's older files still are: five pickles in a row
/// (a magic number, the protocol, the system, the object, the keys of its storages), then each storage in that order as a
/// count of elements and the elements.
/// </summary>
internal static class LegacyWeightsReader
{
    private static readonly BigInteger Magic =
        BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    private static readonly BigInteger Protocol = 1001;

    public static TensorSet Read(FileStream file)
    {
        ReadPreamble(file);
        var pickle = new PickleReader(file);
        var tensors = StateDict.Find(pickle.Read());
        var keys = Pickled.As<List<object?>>(new PickleReader(file).Read());
        var wanted = tensors.Values.Select(t => t.Storage).ToHashSet();
        using var storages = new StorageSet(file.Length);
        foreach (var storage in Listed(keys, pickle.Storages))
        {
            ReadOrSkip(file, storage, wanted, storages);
        }
        return storages.Cut(tensors);
    }

    private static void ReadPreamble(FileStream file)
    {
        Refuse.If(!Magic.Equals(new PickleReader(file).Read()), "it is a pickle, but not one that torch.save wrote");
        Refuse.If(!Protocol.Equals(new PickleReader(file).Read()), "it is in a form of torch.save that is not known here");
        var system = Pickled.As<Dictionary<string, object?>>(new PickleReader(file).Read());
        var littleEndian = system.GetValueOrDefault("little_endian") is not false;
        Refuse.If(!littleEndian, "its numbers are big-endian; save it again on a little-endian computer");
    }

    private static List<PickledStorage> Listed(List<object?> keys, IReadOnlyDictionary<string, PickledStorage> known)
    {
        var listed = keys.Select(Pickled.Key).ToList();
        var sound = listed.All(known.ContainsKey) && listed.Distinct().Count() == listed.Count;
        Refuse.If(!sound, "its list of storages is damaged");
        return [.. listed.Select(key => known[key])];
    }

    // A checkpoint's optimizer may have twice the network's size: it is passed over.
    private static void ReadOrSkip(
        FileStream file, PickledStorage storage, HashSet<PickledStorage> wanted, StorageSet storages)
    {
        Span<byte> field = stackalloc byte[sizeof(long)];
        file.ReadExactly(field);
        var count = BinaryPrimitives.ReadInt64LittleEndian(field);
        Refuse.If(
            count != storage.Count,
            $"the storage {Wording.Quoted(storage.Key)} should have {storage.Count} elements and has {count}");
        if (wanted.Contains(storage))
        {
            storages.Read(storage, file);
            return;
        }
        file.Seek(storage.Bytes, SeekOrigin.Current);
    }
}
