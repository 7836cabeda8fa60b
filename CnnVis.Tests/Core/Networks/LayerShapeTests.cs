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
    [InlineData("builtin", 40, 40)]
    [InlineData("builtin", 51, 33)]
    public void The_shapes_said_are_the_shapes_computed(string id, int height, int width)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var graph = GraphOf(id);
        var weights = graph.ParameterShapes.ToDictionary(entry => entry.Key, entry => zeros(entry.Value));

        var activations = GraphExecutor.Run(graph, weights, zeros(1, 3, height, width), [.. graph.Nodes.Select(node => node.Id)]);

        Assert.All(graph.Layers(height, width), layer => Assert.Equal(layer.Shape, activations[layer.Id].shape[1..]));
    }

    [Fact]
    public void A_picture_too_small_for_a_layer_gives_a_side_that_is_not_positive() =>
        Assert.Contains(SqueezeNet.Version11.Graph.Layers(6, 6), layer => layer.Shape.Any(side => side < 1));

    private static NetworkGraph GraphOf(string id) => id switch
    {
        "squeezenet1_1" => SqueezeNet.Version11.Graph,
        "bvlc_googlenet" => BvlcGoogLeNet.Instance.Graph,
        "vgg16" => Vgg.Vgg16.Graph,
        _ => GapNet.BuiltIn.Graph,
    };
}
