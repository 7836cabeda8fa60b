using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Core.Networks;

/// <summary>A network that can be run: what is known about it, its weights (frozen) and how it wants its input.</summary>
/// <param name="info">What is known about it.</param>
/// <param name="preprocessing">How it wants its input.</param>
/// <param name="weights">The tensors the graph names; owned by the network from now on.</param>
public sealed class Network(NetworkInfo info, Preprocessing preprocessing, TensorSet weights) : IDisposable
{
    /// <summary>What is known about it.</summary>
    public NetworkInfo Info { get; } = info;

    /// <summary>Its nodes.</summary>
    public NetworkGraph Graph => Info.Graph;

    /// <summary>How it wants its input.</summary>
    public Preprocessing Preprocessing { get; } = preprocessing;

    /// <summary>Its weights by full name.</summary>
    public IReadOnlyDictionary<string, Tensor> Parameters => weights.Tensors;

    /// <summary>Runs the network on pictures.</summary>
    /// <param name="image">[batch, 3, height, width] in 0..1, red first.</param>
    /// <param name="layers">Ids of the layers to keep.</param>
    /// <returns>One activation per layer, in the caller's dispose scope.</returns>
    public IReadOnlyDictionary<string, Tensor> Activations(Tensor image, IReadOnlyCollection<string> layers)
    {
        using var input = Preprocessing.Normalize(image);
        return GraphExecutor.Run(Graph, Parameters, input, layers);
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose() => weights.Dispose();
}
