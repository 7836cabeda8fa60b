using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Lab;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Lab;

public class LabNetworkTests
{
    private static readonly Architecture Notebook = LabNetwork.Of(GapLabPresets.Notebook.Options);

    [Fact]
    public void The_notebooks_network_has_its_17546_parameters_layer_by_layer()
    {
        var counts = Notebook.Graph.ParameterShapes
            .GroupBy(entry => entry.Key.Split('.')[0], entry => entry.Value.Aggregate(1L, (a, b) => a * b))
            .Select(layer => layer.Sum());

        Assert.Equal([448, 64, 4640, 128, 9248, 128, 2890], counts);
        Assert.Equal(17546, Parameters(GapLabPresets.Notebook.Options));
    }

    [Fact]
    public void The_notebooks_layers_come_in_Keras_order_with_Keras_constants()
    {
        Assert.Equal(
            ["conv1", "relu1", "bn1", "pool1", "conv2", "relu2", "bn2", "pool2", "conv3", "relu3", "bn3", "classes", "maps", "gap", "logits"],
            Notebook.Graph.Nodes.Select(node => node.Id));
        Assert.All(
            Notebook.Graph.Nodes.Select(node => node.Operation).OfType<BatchNormalization>(),
            norm => Assert.Equal((1e-3, 0.01), (norm.Epsilon, norm.Momentum))); // Keras calls this momentum .99
        Assert.IsType<Relu>(Notebook.Graph.Nodes[^3].Operation);
        Assert.Equal((128, 0.001, RateSchedule.Constant, 40), NotebookTraining());
    }

    [Fact]
    public void The_notebook_sees_pictures_from_0_to_1()
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 4, 4);

        Assert.Equal(image.data<float>(), Notebook.Preprocessing.Normalize(image).data<float>());
    }

    [Fact]
    public void The_preset_for_clothes_has_at_most_60000_parameters() =>
        Assert.InRange(Parameters(GapLabPresets.Fashion.Options), 1, 60000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Maps_keep_enough_cells_to_tell_a_place(int layers)
    {
        var network = LabNetwork.Of(new GapLabOptions { Data = "fashion-mnist", Widths = [.. Enumerable.Repeat(8, layers)] });

        var maps = network.Graph.Layers(28, 28).Single(layer => layer.Id == LabNetwork.Maps);

        var cells = layers == 1 ? 28 : layers == 2 ? 14 : 7;
        Assert.Equal([10, cells, cells], maps.Shape);
    }

    [Theory]
    [InlineData(NetworkManner.Keras)]
    [InlineData(NetworkManner.PyTorch)]
    public void First_weights_fill_their_range_evenly_and_biases_are_zero(NetworkManner manner)
    {
        using var scope = NewDisposeScope();
        using var model = new LabModel(new GapLabOptions { Manner = manner }, seed: 1);
        var weights = model.Copy();
        var range = Math.Sqrt(6.0 / (9 * (manner == NetworkManner.Keras ? 32 + 32 : 32)));
        var values = weights["conv3.weight"].Values;

        Assert.InRange(values.Max(Math.Abs), 0.99 * range, range);
        Assert.Equal(range * range / 3, values.Average(value => value * value), 0.05 * range * range);
        Assert.Equal(0, values.Average(), 0.05 * range);
        Assert.All(weights["conv3.bias"].Values.Concat(weights["bn3.running_mean"].Values), value => Assert.Equal(0, value));
        Assert.All(weights["bn3.weight"].Values.Concat(weights["bn3.running_var"].Values), value => Assert.Equal(1, value));
    }

    [Fact]
    public void Logits_are_the_means_of_the_maps()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        using var model = new LabModel(new GapLabOptions(), seed: 1);

        var (maps, logits) = model.Look(rand(2, 3, 40, 40), ExecutionRules.Evaluation);

        Assert.InRange((maps.mean([2, 3]) - logits).abs().max().ToDouble(), 0, 1e-6);
    }

    private static (int, double, RateSchedule, int) NotebookTraining()
    {
        var options = GapLabPresets.Notebook.Options;
        return (options.Batch, options.Rate, options.Schedule, options.Epochs);
    }

    private static long Parameters(GapLabOptions options) =>
        LabNetwork.Of(options).Graph.ParameterShapes.Values.Sum(shape => shape.Aggregate(1L, (a, b) => a * b));
}
