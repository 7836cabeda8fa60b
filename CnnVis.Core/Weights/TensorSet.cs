using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>Named tensors that belong together and end together.</summary>
/// <param name="tensors">The tensors, now owned by this set and by no dispose scope.</param>
public sealed class TensorSet(IReadOnlyDictionary<string, Tensor> tensors) : IDisposable
{
    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; } = tensors;

    /// <summary>
    /// The same tensors under names that may be others; the new set takes this one's place. Where the other name is taken
    /// already, the tensor keeps its own.
    /// </summary>
    internal TensorSet Renamed(Func<string, string> rename) => new(Tensors.ToDictionary(
        entry => Tensors.ContainsKey(rename(entry.Key)) ? entry.Key : rename(entry.Key),
        entry => entry.Value));

    /// <summary>Frees them all.</summary>
    public void Dispose()
    {
        foreach (var tensor in Tensors.Values)
        {
            tensor.Dispose();
        }
    }
}
