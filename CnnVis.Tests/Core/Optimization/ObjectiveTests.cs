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
}
