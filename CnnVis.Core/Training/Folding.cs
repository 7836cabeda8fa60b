using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using static TorchSharp.torch;

namespace CnnVis.Core.Training;

/// <summary>
/// Folds batch normalisations into the convolutions before them: in evaluation both are one affine map per channel, so
/// the network computes the same with fewer steps.
/// </summary>
public static class Folding
{
    /// <summary>The weights of the same network without its normalisations.</summary>
    /// <param name="graph">Each normalisation follows a convolution with bias that nothing else reads.</param>
    /// <param name="parameters">The weights of the graph; they stay the caller's.</param>
    /// <returns>By full name, in the caller's dispose scope.</returns>
    public static IReadOnlyDictionary<string, Tensor> Fold(NetworkGraph graph, IReadOnlyDictionary<string, Tensor> parameters)
    {
        using var frozen = no_grad();
        var folded = parameters.Where(entry => !IsNormalisations(graph, entry.Key)).ToDictionary(e => e.Key, e => e.Value.detach());
        foreach (var node in graph.Nodes)
        {
            if (node.Operation is BatchNormalization normalization)
            {
                Into(folded, node.Inputs[0], new NodeParameters(parameters, node.Id), normalization.Epsilon);
            }
        }

        return folded;
    }

    private static void Into(Dictionary<string, Tensor> folded, string convolution, NodeParameters own, double epsilon)
    {
        var (weight, bias) = ($"{convolution}.weight", $"{convolution}.bias");
        var scale = own["weight"] / (own["running_var"] + epsilon).sqrt();
        folded[weight] = folded[weight] * scale.reshape(-1, 1, 1, 1);
        folded[bias] = ((folded[bias] - own["running_mean"]) * scale) + own["bias"];
    }

    private static bool IsNormalisations(NetworkGraph graph, string parameter) =>
        graph.Nodes[graph.PositionOf(parameter[..parameter.LastIndexOf('.')])].Operation is BatchNormalization;
}
