using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

/// <summary>Automatic gradients against central differences, in double precision.</summary>
public sealed class GradientTests : IDisposable
{
    private const double Tolerance = 1e-4;
    private readonly Network _network = TinyNetwork.Create(ScalarType.Float64);
    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Objective> All => new()
    {
        ["neuron"] = Objectives.Neuron("both", 2, x: 3, y: 5),
        ["channel"] = Objectives.Channel("both", 1),
        ["energy"] = Objectives.Energy("relu2"),
        ["energy of a channel"] = Objectives.Energy("pool1", 2),
        ["class"] = Objectives.Class("logits", 4),
        ["sum"] = Objectives.Energy("relu1") + (0.5 * Objectives.Class("logits", 1)),
        ["total variation"] = Regularizers.TotalVariation,
        ["L2"] = Regularizers.L2,
        ["L1"] = Regularizers.L1,
        ["total variation norm 2"] = Regularizers.TotalVariationNorm(2),
        ["total variation norm 1.5"] = Regularizers.TotalVariationNorm(1.5),
        ["alpha norm 6"] = Regularizers.AlphaNorm(6),
    };

    public void Dispose()
    {
        _scope.Dispose();
        _network.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_objective_has_the_gradient_of_its_value(string name)
    {
        var error = Numbers.GradientError(image => Value(All[name], image), Picture());

        Assert.InRange(error, 0, Tolerance);
    }

    [Fact]
    public void The_likeness_of_a_batch_has_the_gradient_of_its_value() =>
        Assert.InRange(Numbers.GradientError(images => Value(Objectives.Likeness("relu2"), images), Batch()), 0, Tolerance);

    // Each picture counts for its share, and none sees another.
    [Theory]
    [InlineData("neuron")]
    [InlineData("channel")]
    [InlineData("energy")]
    [InlineData("class")]
    [InlineData("sum")]
    [InlineData("total variation")]
    [InlineData("L1")]
    public void A_batch_of_n_has_the_mean_value_and_the_gradients_of_n_singles(string name)
    {
        var batch = Batch();

        var (value, gradient) = Both(batch);
        var singles = Enumerable.Range(0, 3).Select(i => Both(batch.narrow(0, i, 1))).ToList();

        Assert.Equal(singles.Average(single => single.Value), value, 1e-12);
        Assert.InRange(Numbers.RelativeError(3 * gradient, cat([.. singles.Select(single => single.Gradient)])), 0, 1e-12);

        (double Value, Tensor Gradient) Both(Tensor images)
        {
            var leaf = images.detach().clone().requires_grad_();
            var scalar = Value(All[name], leaf);
            return (scalar.ToDouble(), autograd.grad([scalar], [leaf])[0]);
        }
    }

    [Fact]
    public void The_relative_distance_of_activations_has_the_gradient_of_its_value()
    {
        using var distance = ContentDistance.To(_network, "both", rand(1, 3, 12, 12, dtype: ScalarType.Float64));

        Assert.InRange(Numbers.GradientError(image => Value(distance.Square, image), Picture()), 0, Tolerance);
    }

    [Theory]
    [InlineData(12, 12)]
    [InlineData(11, 12)]
    public void The_gradient_goes_through_the_Fourier_spectrum_and_the_colours(int height, int width)
    {
        using var image = FourierParameterization.FromPicture(rand(1, 3, height, width, dtype: ScalarType.Float64));
        var start = image.Values.detach().clone();

        var error = Numbers.GradientError(values => Value(Objectives.Energy("both"), RenderWith(image, values)), start);

        Assert.InRange(error, 0, Tolerance);
    }

    [Fact]
    public void The_gradient_comes_back_through_shift_zoom_and_rotation()
    {
        ImageTransform[] transforms = [new Jitter(4), new ScaleAndRotate(0.2, 20)];

        var error = Numbers.GradientError(
            image =>
            {
                using var random = new Generator(3);
                return Value(Objectives.Energy("both"), transforms.Aggregate(image, (now, next) => next.Apply(now, random)));
            },
            Picture());

        Assert.InRange(error, 0, Tolerance);
    }

    private static Tensor Picture()
    {
        using var random = new Generator(5);
        return rand([1, 3, 12, 12], dtype: ScalarType.Float64, generator: random);
    }

    private static Tensor Batch()
    {
        using var random = new Generator(6);
        return rand([3, 3, 12, 12], dtype: ScalarType.Float64, generator: random);
    }

    private Tensor Value(Objective objective, Tensor image) =>
        objective.Evaluate(new Evaluation(_network.Activations(image, objective.Layers), image));

    // Renders other values in place of the parameterization's own, so that differences can be taken from outside.
    private static Tensor RenderWith(FourierParameterization image, Tensor values) =>
        FourierParameterization.Render(values, image.Height, image.Width);
}
