using static TorchSharp.torch;

namespace CnnVis.Core.Weights;

/// <summary>Holds weights to what a network needs: every tensor by name and shape, and no other.</summary>
public static class StrictWeights
{
    private static readonly Dictionary<string, long[]> NoShapes = [];

    /// <summary>Gives exactly the tensors a network expects, ready to compute with.</summary>
    /// <param name="network">The network's title or id, for the message.</param>
    /// <param name="expected">Every tensor's shape by its name.</param>
    /// <param name="found">What a file held; this method ends it in every case.</param>
    /// <param name="trainingOnly">
    /// Shapes by name of tensors that the file may hold for training alone, such as batch normalisation's counters. They
    /// are not kept, and may be absent: evaluation never looks at them, and files from before PyTorch 0.4.1, or from a
    /// network whose training heads were taken off, lack them.
    /// </param>
    /// <returns>The expected tensors as contiguous float32 on the CPU; the caller disposes them.</returns>
    /// <exception cref="InvalidWeightsException">
    /// Tensors are missing, unexpected or of another shape; the message names them.
    /// </exception>
    public static TensorSet Match(
        string network,
        IReadOnlyDictionary<string, long[]> expected,
        TensorSet found,
        IReadOnlyDictionary<string, long[]>? trainingOnly = null)
    {
        using (found)
        {
            var misfits = Misfits.Between(expected, trainingOnly ?? NoShapes, found.Tensors);
            if (misfits.Any)
            {
                throw new InvalidWeightsException($"The weights do not fit {network}: {misfits}.");
            }
            return Convert(expected.Keys, found.Tensors);
        }
    }

    private static TensorSet Convert(IEnumerable<string> names, IReadOnlyDictionary<string, Tensor> found)
    {
        using var result = new TensorSetBuilder();
        foreach (var name in names)
        {
            // The original goes at once, so that two sets of a large network never stand side by side.
            using var original = found[name];
            result.Add(name, AsFloat32(original));
        }
        return result.Build();
    }

    // Conversions that change nothing return the tensor itself; the alias is a handle of its own to the same memory.
    private static Tensor AsFloat32(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return tensor.alias().detach().cpu().to(ScalarType.Float32).contiguous().DetachFromDisposeScope();
    }
}
