using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

public sealed class GradientAscentTests : IDisposable
{
    private readonly Network _network = TinyNetwork.Create();
    private readonly Generator _random = new(1);

    public void Dispose()
    {
        _random.Dispose();
        _network.Dispose();
    }

    [Fact]
    public void The_gradient_is_led_round_dead_ReLUs_for_so_many_steps_and_no_longer()
    {
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            _network.Parameters["conv1.bias"].fill_(-100); // dead, whatever the picture
        }

        using var ascent = new GradientAscent(
            _network, Objectives.Channel("relu1", 0), new ClampedPixels(full(1, 3, 12, 12, 0.5f)),
            new NormalizedStep(0.001), [], _random, redirected: 3);

        var changes = Enumerable.Range(0, 6).Select(_ =>
        {
            var before = ascent.Render().clone();
            ascent.Step();
            return !Numbers.Same(before, ascent.Render());
        });

        Assert.Equal([true, true, true, false, false, false], changes);
    }

    [Fact]
    public void Adam_takes_the_steps_of_its_paper()
    {
        using var scope = NewDisposeScope();
        using var values = new TorchSharp.Modules.Parameter(tensor(new[] { 1.0, -2.0 }));
        using var adam = new Adam(0.1);
        using var frozen = no_grad();

        adam.Apply(values, tensor(new[] { 0.5, -3.0 }));
        adam.Apply(values, tensor(new[] { 0.1, 1.0 }));

        // By hand: the first step is the rate; the second 0.1 * m/(1-.9²) / (sqrt(v/(1-.999²)) + 1e-8).
        Assert.Equal(1 + 0.1 + Second(0.5, 0.1), values[0].ToDouble(), 1e-6);
        Assert.Equal(-2 - 0.1 + Second(-3, 1), values[1].ToDouble(), 1e-6);

        static double Second(double first, double second)
        {
            var mean = ((0.9 * 0.1 * first) + (0.1 * second)) / (1 - (0.9 * 0.9));
            var square = ((0.999 * 0.001 * first * first) + (0.001 * second * second)) / (1 - (0.999 * 0.999));
            return 0.1 * mean / (Math.Sqrt(square) + 1e-8);
        }
    }
}
