using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Networks.Operations;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

public sealed class ReceptiveFieldTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Network _network = TinyNetwork.Create();

    public void Dispose()
    {
        _network.Dispose();
        _scope.Dispose();
    }

    [Theory]
    [InlineData("features.0", 3, 1)]
    [InlineData("features.2", 5, 1)]
    [InlineData("features.4", 6, 2)] // pool1
    [InlineData("features.28", 196, 16)] // conv5_3: the number in every table of receptive fields
    [InlineData("features.29", 196, 16)]
    [InlineData("features.30", 212, 32)]
    public void VGG16_has_the_fields_worked_out_by_hand(string layer, int size, int stride) =>
        Assert.Equal(new(size, stride), ReceptiveField.Of(Vgg.Vgg16.Graph)[layer]);

    [Theory]
    [InlineData("features.0", 3, 2)]
    [InlineData("features.2", 7, 4)] // 3 + (3 - 1) 2
    [InlineData("features.3.squeeze", 7, 4)]
    [InlineData("features.3.expand1x1", 7, 4)]
    [InlineData("features.3.expand3x3", 15, 4)] // 7 + (3 - 1) 4
    [InlineData("features.3", 15, 4)] // the wider of the branches
    [InlineData("features.4", 23, 4)]
    [InlineData("features.5", 31, 8)]
    [InlineData("features.7", 63, 8)]
    [InlineData("features.8", 79, 16)]
    [InlineData("features.12", 207, 16)] // 79 + 4 (3 - 1) 16
    [InlineData("classifier.1", 207, 16)]
    public void SqueezeNet_has_the_fields_worked_out_by_hand(string layer, int size, int stride) =>
        Assert.Equal(new(size, stride), ReceptiveField.Of(SqueezeNet.Version11.Graph)[layer]);

    [Theory]
    [InlineData("gap")]
    [InlineData("flat")]
    [InlineData("logits")]
    public void What_comes_after_global_pooling_sees_the_whole_picture(string layer) =>
        Assert.Equal(ReceptiveField.WholePicture, ReceptiveField.Of(_network.Graph)[layer]);

    [Fact]
    public void An_operation_that_says_nothing_keeps_the_field_of_its_widest_input()
    {
        NetworkGraph graph = new(
        [
            new("a", new Convolution(3, 4, 3, Padding: 1), ["input"]),
            new("b", new Convolution(4, 4, 3, Padding: 1), ["a"]),
            new("joined", new Concatenation(), ["b", "a", "input"]),
        ]);

        Assert.Equal(new(5, 1), ReceptiveField.Of(graph)["joined"]);
    }

    [Theory]
    [InlineData("conv1")]
    [InlineData("pool1")]
    [InlineData("norm1")]
    [InlineData("left")]
    [InlineData("right")]
    [InlineData("relu2")]
    public void The_field_is_the_square_of_pixels_that_one_cell_has_a_gradient_for(string layer)
    {
        var field = ReceptiveField.Of(_network.Graph)[layer];
        var cell = _network.Info.Layer(layer).Shape[1] / 2;

        var here = PixelsOf(layer, cell, cell);
        var right = PixelsOf(layer, cell, cell + 1);

        Assert.Equal(field.Size, here.Width);
        Assert.Equal(field.Size, here.Height);
        Assert.Equal((field.Stride, 0), (right.X - here.X, right.Y - here.Y));
    }

    [Fact]
    public void The_gradient_of_a_global_layer_covers_the_picture()
    {
        using var weights = PositiveWeights();
        var gap = PixelsOf("gap", 0, 0);

        Assert.Equal((0, 0, 16, 16), (gap.X, gap.Y, gap.Width, gap.Height));
    }

    // With positive weights nothing cancels. A pooling's gradient reaches the winner of each window only, but in many
    // random pictures every cell wins somewhere.
    private System.Drawing.Rectangle PixelsOf(string layer, long row, long column)
    {
        using var random = new Generator(11);
        using var weights = PositiveWeights();
        var pictures = rand([64, 3, 16, 16], generator: random).requires_grad_();
        var activation = GraphExecutor.Run(_network.Graph, weights.Tensors, pictures, [layer])[layer];
        var gradient = autograd.grad([activation.select(3, column).select(2, row).sum()], [pictures])[0];
        var touched = gradient.abs().sum(0, 1) > 0;
        var (top, bottom) = Range(touched.any(1));
        var (left, right) = Range(touched.any(0));
        return System.Drawing.Rectangle.FromLTRB(left, top, right + 1, bottom + 1);
    }

    private CnnVis.Core.Weights.TensorSet PositiveWeights() => new(_network.Parameters.ToDictionary(
        entry => entry.Key, entry => (entry.Value.abs() + 0.01).DetachFromDisposeScope()));

    private static (int First, int Last) Range(Tensor line)
    {
        var touched = line.data<bool>().ToArray();
        return (Array.IndexOf(touched, true), Array.LastIndexOf(touched, true));
    }
}
