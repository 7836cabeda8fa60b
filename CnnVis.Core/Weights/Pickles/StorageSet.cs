using static TorchSharp.torch;

namespace CnnVis.Core.Weights.Pickles;

/// <summary>Storages read from a file, from which tensors are cut.</summary>
/// <param name="available">The file's length: as stored data is not compressed, there cannot be more of it.</param>
internal sealed class StorageSet(long available) : IDisposable
{
    private readonly Dictionary<PickledStorage, Tensor> _storages = [];
    private long _available = available;

    /// <summary>Reads a storage from the stream's next bytes.</summary>
    public void Read(PickledStorage storage, Stream data)
    {
        _available -= storage.Bytes;
        Refuse.If(_available < 0, "it claims more data than it has");
        _storages.Add(storage, RawTensor.Read(data, storage.Type, [storage.Count]));
    }

    /// <summary>Cuts the tensors; they keep their storages' memory alive, without a copy.</summary>
    public TensorSet Cut(IReadOnlyDictionary<string, PickledTensor> tensors)
    {
        using var set = new TensorSetBuilder();
        foreach (var (name, tensor) in tensors)
        {
            set.Add(name, Cut(name, tensor));
        }
        return set.Build();
    }

    public void Dispose()
    {
        foreach (var storage in _storages.Values)
        {
            storage.Dispose();
        }
    }

    private Tensor Cut(string name, PickledTensor tensor)
    {
        var storage = _storages.GetValueOrDefault(tensor.Storage)
            ?? throw new WeightsRefusedException($"the data of the tensor {Wording.Quoted(name)} is missing");
        return tensor.IsEmpty
            ? RawTensor.Empty(tensor.Shape, tensor.Storage.Type)
            : storage.as_strided(tensor.Shape, tensor.Strides, tensor.Offset).DetachFromDisposeScope();
    }
}
