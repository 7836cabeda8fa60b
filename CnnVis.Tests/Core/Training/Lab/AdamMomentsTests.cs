using CnnVis.Core.Training.Lab;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Lab;

public class AdamMomentsTests
{
    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e-7)]
    public void Steps_are_those_of_libtorchs_own_Adam(double epsilon)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var start = randn(50, generator: random);
        using var values = start.clone();
        using var parameter = new Parameter(start.clone());
        using var reference = optim.Adam([parameter], lr: 0.01, eps: epsilon);
        using var ours = new AdamMoments(50, epsilon);

        for (var step = 0; step < 20; step++)
        {
            var gradient = randn(50, generator: random) * Math.Pow(10, -step % 8); // some as small as epsilon
            parameter.grad = gradient.clone();
            reference.step();
            using var frozen = no_grad();
            ours.Apply(values, gradient, 0.01);
        }

        Assert.InRange((values - parameter).abs().max().ToDouble(), 0, 1e-6);
        Assert.Equal(20, ours.Steps);
    }

    [Fact]
    public void The_first_step_is_the_rate_downhill_whatever_the_gradients_size()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var ours = new AdamMoments(3, epsilon: 0);
        var values = zeros(3);

        ours.Apply(values, tensor(new float[] { 1e-6f, -3, 500 }), 0.1);

        Assert.All(values.data<float>().Zip([-0.1f, 0.1f, -0.1f]), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }
}
