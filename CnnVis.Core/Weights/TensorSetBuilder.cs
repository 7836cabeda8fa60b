using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>Collects tensors; those of a set that was never finished are freed.</summary>
internal sealed class TensorSetBuilder : IDisposable
{
    private Dictionary<string, Tensor> _tensors = [];

    /// <summary>Takes over a tensor that belongs to no dispose scope.</summary>
    public void Add(string name, Tensor tensor) => _tensors.Add(name, tensor);

    public TensorSet Build()
    {
        var set = new TensorSet(_tensors);
        _tensors = [];
        return set;
    }

    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }
    }
}
