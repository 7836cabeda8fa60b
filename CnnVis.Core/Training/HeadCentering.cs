using static TorchSharp.torch;

namespace CnnVis.Core.Training;

/// <summary>
/// Takes from every class what all classes have in common. A softmax does not see the same number added to all logits,
/// so training leaves an arbitrary map in all class maps, strong at the edges, that would outshine what tells them apart.
/// </summary>
public static class HeadCentering
{
    /// <summary>The head with centred weights: all probabilities stay, and the logits' mean is 0 everywhere.</summary>
    /// <param name="parameters">The weights, left as they are.</param>
    /// <param name="head">The id of the last convolution, one filter per class.</param>
    /// <returns>The same weights but for the head's, in the caller's dispose scope.</returns>
    public static IReadOnlyDictionary<string, Tensor> Center(IReadOnlyDictionary<string, Tensor> parameters, string head) =>
        parameters.ToDictionary(
            entry => entry.Key,
            entry => entry.Key.StartsWith($"{head}.", StringComparison.Ordinal)
                ? entry.Value - entry.Value.mean([0], keepdim: true)
                : entry.Value);
}
