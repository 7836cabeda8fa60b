using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

public sealed class ObjectiveTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    // One layer "map" with the numbers 0..17 as two channels of 3 x 3.
    private static Evaluation Numbered => new(
        new Dictionary<string, Tensor> { ["map"] = arange(18, dtype: ScalarType.Float32).view(1, 2, 3, 3) },
        zeros(1, 3, 4, 4));

    [Fact]
    public void Each_objective_reads_what_its_name_says()
    {
        Assert.Equal(13, Objectives.Channel("map", 1).Evaluate(Numbered).ToDouble());
        Assert.Equal(4, Objectives.Neuron("map", 0).Evaluate(Numbered).ToDouble());
        Assert.Equal(14, Objectives.Neuron("map", 1, x: 2, y: 1).Evaluate(Numbered).ToDouble());
        Assert.Equal(204.0 / 9, Objectives.Energy("map", 0).Evaluate(Numbered).ToDouble(), 1e-4);
        Assert.Equal(1785.0 / 18, Objectives.Energy("map").Evaluate(Numbered).ToDouble(), 1e-4);
    }

    [Fact]
    public void Objectives_add_subtract_and_scale()
    {
        var combined = (2 * Objectives.Channel("map", 1)) - Objectives.Neuron("map", 0);

        Assert.Equal(22, combined.Evaluate(Numbered).ToDouble());
        Assert.Equal(["map"], combined.Layers);
        Assert.Contains("channel 1 of map", combined.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Total_variation_and_L2_have_their_known_values()
    {
        var steps = tensor(new float[] { 0, 1, 0, 1 }).view(1, 1, 1, 4).expand(1, 3, 4, 4);
        var evaluation = new Evaluation(new Dictionary<string, Tensor>(), steps);

        Assert.Equal(1, Regularizers.TotalVariation.Evaluate(evaluation).ToDouble(), 1e-6);
        Assert.Equal(0.25, Regularizers.L2.Evaluate(evaluation).ToDouble(), 1e-6);
    }

    [Fact]
    public void L1_and_blur_have_their_known_values_and_a_step_against_blur_goes_towards_the_blurred_picture()
    {
        var spot = full(1, 3, 5, 5, 0.5f);
        spot[0, .., 2, 2] = 0.95f;
        var image = spot.requires_grad_();
        var evaluation = new Evaluation(new Dictionary<string, Tensor>(), image);

        Assert.Equal(0.45 / 25, Regularizers.L1.Evaluate(evaluation).ToDouble(), 1e-6);
        var blur = Regularizers.Blur.Evaluate(evaluation);
        Assert.Equal(((0.4 * 0.4) + (8 * 0.05 * 0.05)) / 25, blur.ToDouble(), 1e-6);

        var gradient = autograd.grad([blur], [image])[0];
        Assert.Equal(2 * 0.4 / 75, gradient[0, 0, 2, 2].ToDouble(), 1e-6);
        Assert.Equal(-2 * 0.05 / 75, gradient[0, 1, 1, 2].ToDouble(), 1e-6);
    }

    // Gram matrices of two channels: of (1 0) in both places 2 at the first place; of a half of each, 1 everywhere.
    [Fact]
    public void Likeness_is_the_cosine_between_Gram_matrices_over_all_pairs_divided_by_the_pictures()
    {
        var one = tensor(new float[] { 1, 1, 0, 0 }).view(1, 2, 1, 2);
        var both = tensor(new float[] { 1, 1, 1, 1 }).view(1, 2, 1, 2);
        var other = tensor(new float[] { 0, 0, 3, 3 }).view(1, 2, 1, 2);

        Assert.Equal(0, Likeness(one), 1e-6);
        Assert.Equal(1, Likeness(one, 5 * one), 1e-6);
        Assert.Equal(2, Likeness(both, both, both), 1e-6);
        Assert.Equal(0, Likeness(one, other), 1e-6);
        Assert.Equal(2 * 0.5 / 2, Likeness(one, both), 1e-6); // (2 0 0 0)·(2 2 2 2) / (2 · 4)
        Assert.Equal(2 * (0.5 + 0 + 0.5) / 3, Likeness(one, both, other), 1e-6);

        static double Likeness(params Tensor[] maps) => Objectives.Likeness("map")
            .Evaluate(new(new Dictionary<string, Tensor> { ["map"] = cat(maps) }, maps[0])).ToDouble();
    }

    [Theory]
    [InlineData("deepdream_mean_square.features.7", "features.7", "energy")]
    [InlineData("channel_mean.features.9.channel_42", "features.9", "channel")]
    [InlineData("neuron_centre.features.9.channel_42", "features.9", "neuron")]
    [InlineData("class_logit", "logits", "class")]
    public void Values_and_gradients_are_those_of_PyTorch(string name, string layer, string kind)
    {
        using var golden = new Golden("squeezenet1_1.chelsea.safetensors");
        using var catalog = new NetworkCatalog(Shared.Models());
        var network = catalog.Load("squeezenet1_1");
        var objective = kind switch
        {
            "energy" => Objectives.Energy(layer),
            "channel" => Objectives.Channel(layer, 42),
            "neuron" => Objectives.Neuron(layer, 42),
            _ => Objectives.Class(layer, 287),
        };
        var input = golden["input"].clone().requires_grad_();

        var value = objective.Evaluate(new(GraphExecutor.Run(network.Graph, network.Parameters, input, [layer]), input));
        var gradient = autograd.grad([value], [input])[0];

        Assert.InRange(Numbers.RelativeError(value, golden[$"objective.{name}.value"][0]), 0, 1e-4);
        Assert.InRange(Numbers.RelativeError(gradient, golden[$"objective.{name}.gradient"]), 0, 1e-4);
    }

    // The reference is the mean square difference across plus that down, of the picture as the network reads it.
    [Fact]
    public void The_total_variation_of_exponent_2_and_its_gradient_are_those_of_PyTorch()
    {
        using var golden = new Golden("squeezenet1_1.chelsea.safetensors");

        Assert.InRange(ErrorOf(2, 1), 0, 1e-4);
        Assert.True(ErrorOf(1.9, 1) > 0.01, "a wrong exponent must be seen");
        Assert.True(ErrorOf(2, 0.5) > 0.01, "a wrong reduction must be seen");

        double ErrorOf(double beta, double scale)
        {
            var input = golden["input"].clone().requires_grad_();
            var value = scale * Regularizers.TotalVariationNorm(beta).Evaluate(new(new Dictionary<string, Tensor>(), input));
            var gradient = autograd.grad([value], [input])[0];
            return Math.Max(
                Numbers.RelativeError(value, golden["objective.total_variation_l2_mean.value"][0]),
                Numbers.RelativeError(gradient, golden["objective.total_variation_l2_mean.gradient"]));
        }
    }

    [Fact]
    public void The_total_variation_and_alpha_norms_have_their_values_by_hand()
    {
        // One step of 0.3 across and one of 0.4 down, from the same place: (0.09 + 0.16) to the power of half beta.
        var corner = zeros(1, 1, 3, 3);
        corner[0, 0, 1, 2] = 0.3;
        corner[0, 0, 2, 1] = 0.4;
        corner[0, 0, 2, 2] = 0.5;
        var evaluation = new Evaluation(new Dictionary<string, Tensor>(), corner);
        var grey = new Evaluation(new Dictionary<string, Tensor>(), full(1, 3, 2, 2, 0.75f));

        // Down from row 0 to (1, 2): 0.09; (1, 1): 0.25; across row 2: 0.16 and 0.01; down from (1, 2): 0.04.
        Assert.Equal((0.09 + 0.25 + 0.16 + 0.01 + 0.04) / 6, Regularizers.TotalVariationNorm(2).Evaluate(evaluation).ToDouble(), 1e-6);
        Assert.Equal((0.3 + 0.5 + 0.4 + 0.1 + 0.2) / 6, Regularizers.TotalVariationNorm(1).Evaluate(evaluation).ToDouble(), 1e-4);
        Assert.Equal(1.0 / 64, Regularizers.AlphaNorm(6).Evaluate(grey).ToDouble(), 1e-7);
    }
}
