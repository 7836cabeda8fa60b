using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Attribution;

/// <summary>One number per picture that an attribution explains, as a function of one layer's activation.</summary>
/// <param name="Layer">The id of the layer it reads.</param>
/// <param name="Of">From the layer's activation, [batch, …], to one number per picture, [batch]; differentiable.</param>
public sealed record Score(string Layer, Func<Tensor, Tensor> Of)
{
    /// <summary>A class's logit, S_c of Simonyan et al. 2013 (arXiv 1312.6034, section 3).</summary>
    public static Score Logit(NetworkGraph graph, int target) => new(graph.Output, logits => logits[.., target]);

    /// <summary>A class's probability: the softmax of the logits, 0 to 1.</summary>
    public static Score Probability(NetworkGraph graph, int target) =>
        new(graph.Output, logits => logits.softmax(dim: 1)[.., target]);

    /// <summary>The mean of all numbers of a layer: what the whole layer says, whatever the class.</summary>
    public static Score LayerMean(string layer) => new(layer, activation => activation.flatten(start_dim: 1).mean([1]));

    /// <summary>A class's score of the given kind.</summary>
    public static Score OfClass(ScoreKind kind, NetworkGraph graph, int target) =>
        kind == ScoreKind.Logit ? Logit(graph, target) : Probability(graph, target);

    /// <summary>The scores of preprocessed inputs, [batch], in the caller's dispose scope.</summary>
    /// <param name="input">[batch, 3, height, width], preprocessed.</param>
    public Tensor Evaluate(Network network, Tensor input, ExecutionRules? rules = null)
    {
        using var activation = GraphExecutor.Run(network.Graph, network.Parameters, input, [Layer], rules)[Layer];
        return Of(activation);
    }

    /// <summary>The scores without recording a gradient, [batch], in managed memory.</summary>
    public float[] Values(Network network, Tensor input)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return Evaluate(network, input).to(ScalarType.Float32).data<float>().ToArray();
    }

    /// <summary>The gradient of each picture's score with respect to it, [batch, 3, height, width], in the caller's dispose scope.</summary>
    /// <param name="input">[batch, 3, height, width], preprocessed.</param>
    public Tensor Gradient(Network network, Tensor input, ExecutionRules? rules = null)
    {
        using var scope = NewDisposeScope();
        var seen = input.detach().requires_grad_();
        return autograd.grad([Evaluate(network, seen, rules).sum()], [seen])[0].MoveToOuterDisposeScope();
    }
}
