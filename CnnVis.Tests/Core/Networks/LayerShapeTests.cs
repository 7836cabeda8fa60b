using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

public class LayerShapeTests
{
    [Theory]
    [InlineData("squeezenet1_1", 224, 224)]
    [InlineData("squeezenet1_1", 97, 131)]
    [InlineData("squeezenet1_1", 22, 40)]
    [InlineData("bvlc_googlenet", 224, 224)]
    [InlineData("bvlc_googlenet", 61, 90)]
    [InlineData("vgg16", 64, 45)]
    [InlineData("alexnet", 224, 224)]
    [InlineData("alexnet", 99, 71)]
    [InlineData("densenet121", 224, 224)]
    [InlineData("densenet121", 61, 90)]
    [InlineData("googlenet", 224, 224)]
    [InlineData("googlenet", 61, 90)]
    [InlineData("mobilenet_v2", 224, 224)]
    [InlineData("mobilenet_v2", 61, 90)]
    [InlineData("resnet18", 224, 224)]
    [InlineData("resnet34", 61, 90)]
    [InlineData("resnet50", 224, 224)]
    [InlineData("resnet50", 61, 90)]
    [InlineData("squeezenet1_0", 224, 224)]
    [InlineData("squeezenet1_0", 51, 97)]
    [InlineData("vgg19", 64, 45)]
    [InlineData("builtin", 40, 40)]
    [InlineData("builtin", 51, 33)]
    public void The_shapes_said_are_the_shapes_computed(string id, int height, int width)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var graph = NetworkCatalog.Architectures.Single(architecture => architecture.Id == id).Graph;
        var weights = graph.ParameterShapes.ToDictionary(entry => entry.Key, entry => zeros(entry.Value));

        var activations = GraphExecutor.Run(graph, weights, zeros(1, 3, height, width), [.. graph.Nodes.Select(node => node.Id)]);

        Assert.All(graph.Layers(height, width), layer => Assert.Equal(layer.Shape, activations[layer.Id].shape[1..]));
    }

    [Fact]
    public void A_picture_too_small_for_a_layer_gives_a_side_that_is_not_positive() =>
        Assert.Contains(SqueezeNet.Version11.Graph.Layers(6, 6), layer => layer.Shape.Any(side => side < 1));
}
