using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

public class ArchitectureTests
{
    public static TheoryData<string> Ids => [.. NetworkCatalog.Architectures.Select(architecture => architecture.Id)];

    // As torchvision publishes them; without GoogLeNet's training heads, which nobody trains here.
    [Theory]
    [InlineData("alexnet", 61_100_840)]
    [InlineData("densenet121", 7_978_856)]
    [InlineData("googlenet", 6_624_904)]
    [InlineData("mobilenet_v2", 3_504_872)]
    [InlineData("resnet18", 11_689_512)]
    [InlineData("resnet34", 21_797_672)]
    [InlineData("resnet50", 25_557_032)]
    [InlineData("squeezenet1_0", 1_248_424)]
    [InlineData("squeezenet1_1", 1_235_496)]
    [InlineData("vgg16", 138_357_544)]
    [InlineData("vgg19", 143_667_240)]
    public void There_are_as_many_trained_numbers_as_published(string id, long count) =>
        Assert.Equal(count, Find(id).Graph.ParameterShapes
            .Where(entry => !entry.Key.Contains("running_", StringComparison.Ordinal))
            .Sum(entry => entry.Value.Aggregate((a, b) => a * b)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_layers_proposed_are_maps_also_at_the_size_proposed_and_the_last_layer_gives_the_logits(string id)
    {
        var architecture = Find(id);
        var network = architecture.Describe([.. Enumerable.Range(0, 1000).Select(index => $"{index}")]);

        Assert.All([architecture.DreamLayer, architecture.ChannelLayer], layer =>
        {
            Assert.True(network.Layer(layer).IsSpatial);
            Assert.All(network.LayerAt(layer, network.VisualizationSize).Shape, side => Assert.True(side > 1));
        });
        Assert.Equal([network.Classes.Count], network.Layers[^1].Shape);
    }

    [Theory]
    [InlineData("alexnet", "features.12", 256, 6)]
    [InlineData("densenet121", "features.denseblock4", 1024, 7)]
    [InlineData("densenet121", "features.norm5", 1024, 7)]
    [InlineData("densenet121", "features.transition2.pool", 256, 14)]
    [InlineData("googlenet", "inception3a.branch2.1", 128, 28)]
    [InlineData("googlenet", "inception4c", 512, 14)]
    [InlineData("mobilenet_v2", "features.2", 24, 56)]
    [InlineData("mobilenet_v2", "features.18", 1280, 7)]
    [InlineData("resnet18", "layer1.0.relu", 64, 56)]
    [InlineData("resnet34", "layer4.1.conv2", 512, 7)]
    [InlineData("resnet50", "layer4.2", 2048, 7)]
    [InlineData("resnet50", "layer4", 2048, 7)]
    [InlineData("squeezenet1_0", "features.12", 512, 13)]
    [InlineData("vgg19", "features.36", 512, 7)]
    public void A_module_of_torchvision_is_a_layer_under_its_own_name(string id, string layer, int channels, int side) =>
        Assert.Equal([channels, side, side], Find(id).Graph.Layers(224, 224).Single(l => l.Id == layer).Shape);

    [Fact]
    public void GoogLeNet_gets_what_torchvision_makes_of_its_normalised_input()
    {
        using var scope = NewDisposeScope();
        var image = rand(1, 3, 4, 4);
        var mean = tensor(new[] { 0.485f, 0.456f, 0.406f }).view(1, 3, 1, 1);
        var deviation = tensor(new[] { 0.229f, 0.224f, 0.225f }).view(1, 3, 1, 1);

        // torchvision's transform_input, with which the published weights were trained.
        var transformed = (Preprocessing.TorchVision.Normalize(image) * (deviation / 0.5)) + ((mean - 0.5) / 0.5);

        Assert.True(transformed.allclose(Find("googlenet").Preprocessing.Normalize(image), atol: 1e-6));
    }

    private static Architecture Find(string id) => NetworkCatalog.Architectures.Single(architecture => architecture.Id == id);
}
