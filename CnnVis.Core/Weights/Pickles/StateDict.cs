namespace CnnVis.Core.Weights.Pickles;

/// <summary>Finds the named tensors in what a pickle held.</summary>
internal static class StateDict
{
    // What training scripts call it in a checkpoint, next to the epoch and the optimizer.
    private const string InCheckpoint = "state_dict";

    /// <exception cref="WeightsRefusedException">There are none.</exception>
    public static IReadOnlyDictionary<string, PickledTensor> Find(object? value)
    {
        var root = value as Dictionary<string, object?> ?? [];
        var entries = root.GetValueOrDefault(InCheckpoint) as Dictionary<string, object?> ?? root;
        var tensors = new Dictionary<string, PickledTensor>();
        foreach (var (name, entry) in entries)
        {
            if (entry is PickledTensor tensor)
            {
                tensors.Add(name, tensor);
            }
        }
        Refuse.If(tensors.Count == 0, "it holds no named tensors");
        return tensors;
    }
}
