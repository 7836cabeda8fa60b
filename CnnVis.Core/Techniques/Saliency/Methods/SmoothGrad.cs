using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency.Methods;

/// <summary>
/// The mean gradient of copies of the input with Gaussian noise, signs kept (Smilkov et al. 2017, arXiv 1706.03825):
/// one copy a step. The noise's standard deviation is a share of the preprocessed input's range.
/// </summary>
internal sealed class SmoothGrad : Attributor
{
    private readonly Network _network;
    private readonly Score _score;
    private readonly Tensor _input, _sum;
    private readonly double _deviation;
    private readonly Generator _random;
    private int _looks;

    public SmoothGrad(Network network, Score score, Tensor input, int samples, double noise, long seed) : base(samples)
    {
        (_network, _score, _input) = (network, score, input);
        using var scope = NewDisposeScope();
        _deviation = noise * (input.max() - input.min()).ToDouble();
        _sum = zeros_like(input).DetachFromDisposeScope();
        _random = new Generator((ulong)seed);
    }

    public override Tensor Step()
    {
        using var scope = NewDisposeScope();
        var noise = randn(_input.shape, dtype: _input.dtype, generator: _random);
        _sum.add_(_score.Gradient(_network, _input + (_deviation * noise)));
        return (_sum / ++_looks).MoveToOuterDisposeScope();
    }

    public override void Dispose()
    {
        _sum.Dispose();
        _random.Dispose();
        base.Dispose();
    }
}
