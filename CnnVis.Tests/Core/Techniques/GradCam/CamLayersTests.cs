using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;

namespace CnnVis.Tests.Core.Techniques.GradCam;

/// <summary>Where each architecture's maps are, without any weights.</summary>
public class CamLayersTests
{
    [Theory]
    [InlineData("builtin", "relu7")]
    [InlineData("squeezenet1_0", "features.12")]
    [InlineData("squeezenet1_1", "features.12")]
    [InlineData("alexnet", "features.11")]
    [InlineData("vgg16", "features.29")]
    [InlineData("vgg19", "features.35")]
    [InlineData("resnet18", "layer4")]
    [InlineData("resnet50", "layer4")]
    [InlineData("googlenet", "inception5b")]
    [InlineData("bvlc_googlenet", "inception_5b.output")]
    [InlineData("mobilenet_v2", "features.18")]
    [InlineData("densenet121", "relu")]
    public void Auto_is_the_last_layer_with_places_before_the_head(string id, string layer) =>
        Assert.Equal(layer, CamLayers.Auto(Describe(id)));

    [Theory]
    [InlineData("builtin", true)]
    [InlineData("squeezenet1_0", true)]
    [InlineData("squeezenet1_1", true)]
    [InlineData("resnet34", true)]
    [InlineData("googlenet", true)]
    [InlineData("bvlc_googlenet", true)]
    [InlineData("mobilenet_v2", true)]
    [InlineData("densenet121", true)]
    [InlineData("alexnet", false)]
    [InlineData("vgg16", false)]
    public void Class_maps_need_pooling_and_at_most_one_linear_layer_at_the_end(string id, bool has) =>
        Assert.Equal(has, GapTechnique.Serves(Describe(id)));

    [Theory]
    [InlineData("builtin", true)]
    [InlineData("squeezenet1_1", false)]
    [InlineData("resnet18", true)]
    public void Class_maps_have_a_sign_unless_a_ReLU_took_it(string id, bool hasSign) =>
        Assert.Equal(hasSign, ClassMapHead.Of(Describe(id).Graph)!.HasSign);

    [Theory]
    [InlineData("resnet18", "relu", "layer1", "layer2", "layer3", "layer4")]
    [InlineData("vgg16", "features.3", "features.8", "features.15", "features.22", "features.29")]
    public void A_sweep_takes_the_last_layer_of_each_size(string id, params string[] layers) =>
        Assert.Equal(layers, CamLayers.Sweep(Describe(id)));

    private static NetworkInfo Describe(string id) =>
        NetworkCatalog.Architectures.First(architecture => architecture.Id == id).Describe(ClassLabels.Numbered);
}
