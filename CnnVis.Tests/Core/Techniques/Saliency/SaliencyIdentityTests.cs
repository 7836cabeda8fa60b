using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Core.Techniques.Saliency.Methods;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.Saliency;

/// <summary>What must hold for attributions whatever the network.</summary>
public sealed class SaliencyIdentityTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Network _network = TinyNetwork.Create(ScalarType.Float64);
    private readonly Tensor _input;
    private readonly Score _score;

    public SaliencyIdentityTests()
    {
        using var random = new Generator(5);
        _input = randn([1, 3, 16, 16], dtype: ScalarType.Float64, generator: random);
        _score = Score.Logit(_network.Graph, 1);
    }

    public void Dispose()
    {
        _network.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void SmoothGrad_without_noise_is_the_gradient() => Assert.InRange(
        Numbers.RelativeError(Last(new SmoothGrad(_network, _score, _input, 3, noise: 0, seed: 1)), Gradient()), 0, 1e-12);

    [Fact]
    public void SmoothGrad_with_noise_is_the_mean_of_the_gradients_of_noisy_copies()
    {
        using var random = new Generator(9);
        var range = (_input.max() - _input.min()).ToDouble();
        var gradients = Enumerable.Range(0, 4)
            .Select(_ => _score.Gradient(_network, _input + (0.2 * range * randn(_input.shape, dtype: ScalarType.Float64, generator: random))))
            .ToList();

        var found = Last(new SmoothGrad(_network, _score, _input, 4, noise: 0.2, seed: 9));

        Assert.InRange(Numbers.RelativeError(found, stack(gradients).mean([0])), 0, 1e-12);
        Assert.True(Numbers.RelativeError(found, Gradient()) > 0.01);
    }

    [Theory]
    [InlineData(IntegrationRule.GaussLegendre, 50, 0.05)]
    [InlineData(IntegrationRule.GaussLegendre, 300, 0.01)]
    [InlineData(IntegrationRule.Trapezoid, 50, 0.05)]
    [InlineData(IntegrationRule.Trapezoid, 300, 0.01)]
    public void Integrated_gradients_are_complete_within_what_the_steps_allow(IntegrationRule rule, int steps, double allowed)
    {
        using var method = new IntegratedGradients(_network, _score, _input, rule, steps);

        var sum = Run(method).sum().ToDouble();

        var gain = _score.Evaluate(_network, _input).ToDouble() - _score.Evaluate(_network, zeros_like(_input)).ToDouble();
        Assert.InRange(Math.Abs(sum - gain) / Math.Abs(gain), 0, allowed);
        Assert.Equal(gain, method.Scalars["gain"], 1e-4);
        Assert.Equal(sum - gain, method.Scalars["completenessError"], 1e-4);
    }

    [Fact]
    public void Without_biases_input_times_gradient_adds_up_to_the_score()
    {
        foreach (var (name, bias) in _network.Parameters.Where(entry => entry.Key.EndsWith("bias", StringComparison.Ordinal)))
        {
            bias.zero_();
        }

        // Response normalisation is not linear on rays, so the part before it is looked at.
        var score = Score.LayerMean("pool1");

        Assert.Equal(
            score.Evaluate(_network, _input).ToDouble(), new InputXGradient(_network, score, _input).Step().sum().ToDouble(), 1e-9);
    }

    [Fact]
    public void A_patch_over_everything_takes_the_whole_score_from_every_pixel()
    {
        using var method = new Occlusion(_network, _score, _input, window: 16, stride: 16);
        var fall = _score.Values(_network, _input)[0] - _score.Values(_network, zeros_like(_input))[0];

        var found = Run(method);

        Assert.All(found.data<double>().ToArray(), value => Assert.Equal(fall, value, 1e-6));
    }

    [Theory]
    [InlineData(7, 3, 2)]
    [InlineData(16, 5, 4)]
    [InlineData(40, 5, 2)]
    [InlineData(9, 9, 4)]
    public void Patches_reach_every_pixel_and_none_lies_outside(int side, int window, int stride)
    {
        var starts = Enumerable.Range(0, Occlusion.PatchesAcross(side, window, stride)).Select(i => i * stride).ToList();

        Assert.All(Enumerable.Range(0, side), pixel => Assert.Contains(starts, start => start <= pixel && pixel < start + window));
        Assert.All(starts, start => Assert.InRange(start, 0, side - 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(50)]
    public void Gauss_and_Legendre_integrate_polynomials_up_to_degree_2n_minus_1_exactly(int points)
    {
        var degree = Math.Min((2 * points) - 1, 40);

        var integral = Quadrature.On(IntegrationRule.GaussLegendre, points).Sum(point => point.Weight * Math.Pow(point.Place, degree));

        Assert.Equal(1.0 / (degree + 1), integral, 1e-10);
    }

    private Tensor Gradient() => _score.Gradient(_network, _input);

    private static Tensor Last(Attributor method)
    {
        using (method)
        {
            return Run(method);
        }
    }

    private static Tensor Run(Attributor method)
    {
        var found = method.Step();
        for (var step = 1; step < method.Steps; step++)
        {
            found = method.Step();
        }

        return found;
    }
}
