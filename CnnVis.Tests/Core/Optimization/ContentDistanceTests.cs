using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

public sealed class ContentDistanceTests : IDisposable
{
    private const double Tolerance = 1e-4;
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void The_distance_is_relative_to_the_length_of_the_target()
    {
        using var distance = new ContentDistance("map", tensor(new float[] { 3, 4 }).view(1, 2, 1, 1));
        var map = tensor(new float[] { 3, 1 }).view(1, 2, 1, 1);

        var square = distance.Square.Evaluate(new(new Dictionary<string, Tensor> { ["map"] = map }, map));

        Assert.Equal(9.0 / 25, square.ToDouble(), 1e-6);
        Assert.Equal(3.0 / 5, distance.Last, 1e-6);
    }

    [Fact]
    public void A_picture_is_at_no_distance_from_itself()
    {
        using var network = TinyNetwork.Create();
        var image = PictureTensors.ToTensor(Pictures.Soft());
        using var distance = ContentDistance.To(network, "relu2", image);

        Assert.Equal(0, distance.Measure(network, image));
        Assert.InRange(distance.Measure(network, full_like(image, 0.5)), 0.1, 10);
    }

    [Fact]
    public void A_layer_that_does_not_answer_is_refused_in_one_sentence() =>
        Assert.Contains("Nothing in relu1 answers", Assert.Throws<UnsuitableNetworkException>(
            () => new ContentDistance("relu1", zeros(1, 2, 3, 3))).Message, StringComparison.Ordinal);

    // The reference is PyTorch's mse_loss: the same square, divided by the number of activations instead of their length.
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void Values_and_gradients_are_those_of_PyTorch(int layer)
    {
        using var golden = new Golden("squeezenet1_1.chelsea.safetensors");
        using var catalog = new NetworkCatalog(Shared.Models());
        var network = catalog.Load("squeezenet1_1");
        var name = $"features.{layer}";
        var target = network.Activations(Espresso(), [name])[name];

        var (value, gradient) = Evaluate(target, target.square().mean());

        Assert.InRange(ErrorOf((value, gradient)), 0, Tolerance);
        Assert.True(ErrorOf((value, -gradient)) > 1, "the wrong sign must be seen");
        Assert.True(ErrorOf(Evaluate(target, target.square().sum())) > 1, "the wrong reduction must be seen");
        Assert.True(ErrorOf(Evaluate(target.flip(3), target.square().mean())) > 0.01, "the wrong target must be seen");

        (Tensor Value, Tensor Gradient) Evaluate(Tensor to, Tensor scale)
        {
            using var distance = new ContentDistance(name, to);
            var input = golden["input"].clone().requires_grad_();
            var seen = GraphExecutor.Run(network.Graph, network.Parameters, input, [name]);
            var value = distance.Square.Evaluate(new(seen, input)) * scale;
            return (value, autograd.grad([value], [input])[0]);
        }

        double ErrorOf((Tensor Value, Tensor Gradient) found) => Math.Max(
            Numbers.RelativeError(found.Value, golden[$"objective.content_mse.{name}.value"][0]),
            Numbers.RelativeError(found.Gradient, golden[$"objective.content_mse.{name}.gradient"]));
    }

    // As the reference's target was prepared: shorter side 256, then the middle 224.
    private static Tensor Espresso()
    {
        var photo = PictureDecoder.Decode(File.ReadAllBytes(Shared.Photo("coffee_espresso.png")));
        return PictureTensors.ToTensor(PictureResizer.CenterCrop(PictureResizer.ResizeShorterSide(photo, 256), 224));
    }
}
