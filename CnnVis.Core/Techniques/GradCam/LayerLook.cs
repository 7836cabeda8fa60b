using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>
/// One forward pass whose activations and record of operations are kept, so that each class and layer costs a backward
/// pass only. Owns its tensors: dispose it.
/// </summary>
internal sealed class LayerLook : IDisposable
{
    private readonly IReadOnlyDictionary<string, Tensor> _activations;
    private readonly string _output;

    /// <param name="recorded">Whether gradients will be asked for: the record they need is large.</param>
    public LayerLook(Network network, Tensor input, IReadOnlyCollection<string> layers, bool recorded = true)
    {
        using var scope = NewDisposeScope();
        using var recording = set_grad_enabled(recorded);
        _output = network.Graph.Output;
        var seen = input.detach().requires_grad_(recorded);
        _activations = GraphExecutor.Run(network.Graph, network.Parameters, seen, [.. layers, _output])
            .ToDictionary(entry => entry.Key, entry => entry.Value.DetachFromDisposeScope());
    }

    /// <summary>A layer's activation without its record, [channels, height, width], in the caller's dispose scope.</summary>
    public Tensor Activation(string layer) => _activations[layer].detach()[0];

    /// <summary>The gradient of a score with respect to a layer, [channels, height, width], in the caller's dispose scope.</summary>
    public Tensor Gradient(Score score, string layer)
    {
        using var scope = NewDisposeScope();
        var value = score.Of(_activations[_output]).sum();
        return autograd.grad([value], [_activations[layer]], retain_graph: true)[0][0].MoveToOuterDisposeScope();
    }

    public void Dispose()
    {
        foreach (var activation in _activations.Values)
        {
            activation.Dispose();
        }
    }
}
