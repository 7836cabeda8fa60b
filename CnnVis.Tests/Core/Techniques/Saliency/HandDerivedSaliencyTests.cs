using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Core.Techniques.Saliency.Methods;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.Saliency;

/// <summary>Attributions of the one-convolution network, worked out by hand; where Captum's tests state them, they agree.</summary>
public sealed class HandDerivedSaliencyTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly OneConvolutionNetwork _one = new();

    public void Dispose()
    {
        _one.Dispose();
        _scope.Dispose();
    }

    private Score Class0 => Score.Logit(_one.Network.Graph, 0);

    [Fact]
    public void The_gradient_is_the_number_of_open_filters_over_a_pixel_with_their_signs() =>
        AssertEqual(
            [0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0],
            new PlainGradient(_one.Network, Class0, _one.Input).Step());

    [Fact]
    public void Guided_backpropagation_lets_only_the_positive_weights_through() =>
        AssertEqual(
            [0, 1, 1, 1, 1, 3, 3, 2, 1, 3, 3, 2, 1, 2, 2, 1],
            new PlainGradient(_one.Network, Class0, _one.Input, new ExecutionRules(Relu: ReluRule.Guided)).Step());

    [Fact]
    public void Input_times_gradient_is_the_gradient_weighed_by_the_input() =>
        AssertEqual(
            [0, 1, 2, 3, 0, 5, 6, 7, 0, 9, 10, 11, 0, 0, 0, 0],
            new InputXGradient(_one.Network, Class0, _one.Input).Step());

    // Worked out apart from this code. Captum's trapezoid weighs 50 places by 1/50, not 1/49: 49/50 of 54 - 1.47.
    [Theory]
    [InlineData(IntegrationRule.GaussLegendre, 25, 2.70)]
    [InlineData(IntegrationRule.GaussLegendre, 50, -0.67)]
    [InlineData(IntegrationRule.GaussLegendre, 300, -0.20)]
    [InlineData(IntegrationRule.Trapezoid, 50, (49 / 50.0 * (54 - 1.47)) - 54)]
    public void Integrated_gradients_miss_completeness_by_what_the_kinks_of_the_ReLUs_cost(IntegrationRule rule, int steps, double missing)
    {
        using var method = new IntegratedGradients(_one.Network, Class0, _one.Input, rule, steps);
        for (var i = 1; i < steps; i++)
        {
            method.Step().Dispose();
        }

        Assert.Equal(54 + missing, method.Step().sum().ToDouble(), 0.01);
        Assert.Equal(missing, method.Scalars["completenessError"], 0.01);
        Assert.Equal(54, method.Scalars["gain"], 1e-4);
    }

    [Fact]
    public void Occlusion_gives_each_pixel_the_mean_fall_of_the_patches_over_it()
    {
        using var method = new Occlusion(_one.Network, Class0, _one.Input, window: 2, stride: 2);

        // Covering the upper left (0, 1, 4, 5) takes 10 from every filter's sum, and so on; the ReLUs cut the rest.
        var expected = new[] { Fall(0, 1, 4, 5), Fall(2, 3, 6, 7), Fall(8, 9, 12, 13), Fall(10, 11, 14, 15) };

        var found = method.Step();

        Assert.Equal(1, method.Steps);
        Assert.Equal(expected, new[] { At(found, 0, 0), At(found, 0, 3), At(found, 3, 0), At(found, 3, 3) });
        Assert.Equal(At(found, 0, 0), At(found, 1, 1));
    }

    private static float At(Tensor map, int row, int column) => map[0, 0, row, column].item<float>();

    // The network again, in whole numbers.
    private static float Fall(params int[] covered)
    {
        return Class([]) - Class(covered);

        static float Class(int[] covered)
        {
            int[] corners = [0, 1, 4, 5];
            var sums = corners.Select(corner =>
                Enumerable.Range(0, 9).Select(i => corner + (i / 3 * 4) + (i % 3)).Where(pixel => !covered.Contains(pixel)).Sum()).ToList();
            var first = sums.Sum(sum => Math.Max(0, sum - 50));
            var second = sums.Select((sum, i) => (i == 0 ? 1 : -1) * Math.Max(0, sum - 75)).Sum();
            return Math.Max(0, first + second);
        }
    }

    private static void AssertEqual(float[] expected, Tensor actual) => Assert.Equal(expected, actual.data<float>().ToArray());
}
