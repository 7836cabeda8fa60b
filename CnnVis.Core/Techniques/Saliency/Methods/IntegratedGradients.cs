using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>
/// Integrated gradients (Sundararajan et al. 2017, arXiv 1703.01365): the gradient, added up on the straight way from
/// a blank picture to this one, times the way; one place a step. Blank is zero after preprocessing: the
/// mean colour of ImageNet, or mid grey, as the network's preprocessing has it. Completeness: all attributions together are what the score gained on the way.
/// </summary>
internal sealed class IntegratedGradients : Attributor
{
    private readonly Network _network;
    private readonly Score _score;
    private readonly Tensor _input, _sum;
    private readonly IReadOnlyList<QuadraturePoint> _points;
    private readonly double _gain;
    private int _looks;

    public IntegratedGradients(Network network, Score score, Tensor input, IntegrationRule rule, int steps) : base(steps)
    {
        (_network, _score, _input) = (network, score, input);
        _points = Quadrature.On(rule, steps);
        using var scope = NewDisposeScope();
        _gain = score.Values(network, input)[0] - score.Values(network, zeros_like(input))[0];
        _sum = zeros_like(input).DetachFromDisposeScope();
    }

    /// <summary>
    /// <c>explained</c>: the sum of the attributions so far; <c>gain</c>: what the score gained on the way;
    /// <c>completenessError</c>: the first less the second.
    /// </summary>
    public override IReadOnlyDictionary<string, double> Scalars => new Dictionary<string, double>
    {
        ["explained"] = Explained(),
        ["gain"] = _gain,
        ["completenessError"] = Explained() - _gain,
    };

    public override Tensor Step()
    {
        using var scope = NewDisposeScope();
        var (place, weight) = _points[_looks++];
        _sum.add_(weight * _score.Gradient(_network, place * _input));
        return (_sum * _input).MoveToOuterDisposeScope();
    }

    public override void Dispose()
    {
        _sum.Dispose();
        base.Dispose();
    }

    private double Explained()
    {
        using var scope = NewDisposeScope();
        return (_sum * _input).sum().ToDouble();
    }
}
