using static TorchSharp.torch;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>
/// How torch.save names a storage: ("storage", type, key, device, count), in the older format followed by nothing or by a
/// view on it (key, start, count).
/// </summary>
internal static class PersistentId
{
    public static StorageSlice Slice(object?[] id)
    {
        if (id is not ["storage", ScalarType type, var key, _, var count, .. var rest] || rest.Length > 1)
        {
            throw new WeightsRefusedException("its pickle refers to something other than a tensor's storage");
        }
        var storage = new PickledStorage(Pickled.Key(key), type, Pickled.Integer(count));
        Refuse.If(storage.Count is < 0 or > int.MaxValue, "a storage has an impossible size");
        return rest is [object?[] view] ? View(storage, view) : new StorageSlice(storage, 0, storage.Count);
    }

    private static StorageSlice View(PickledStorage storage, object?[] view)
    {
        Refuse.If(view.Length != 3, Pickled.Damaged);
        var (start, count) = (Pickled.Integer(view[1]), Pickled.Integer(view[2]));
        var within = start >= 0 && start <= storage.Count && count >= 0 && count <= storage.Count - start;
        Refuse.If(!within, "a tensor reaches beyond its storage");
        return new StorageSlice(storage, start, count);
    }
}
