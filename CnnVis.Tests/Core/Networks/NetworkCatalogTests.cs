using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

public class NetworkCatalogTests
{
    [Fact]
    public void The_built_in_network_is_always_ready()
    {
        using var catalog = new NetworkCatalog();

        Assert.Equal(["builtin"], catalog.Networks.Select(network => network.Id));
        Assert.NotNull(catalog.Load("builtin"));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("[1,2]")]
    [InlineData("[\"only one\"]")]
    public void A_broken_file_of_class_names_is_told_and_takes_nothing_along(string content)
    {
        var folder = Directory.CreateTempSubdirectory();
        File.WriteAllText(Path.Combine(folder.FullName, "imagenet_labels.json"), content);
        using var catalog = new NetworkCatalog(folder.FullName);

        Assert.Contains("imagenet_labels.json", Assert.Single(catalog.Problems), StringComparison.Ordinal);
        Assert.NotNull(catalog.Load("builtin"));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("squeezenet1_1", "chelsea_cat.png", "Egyptian cat", 0.40)]
    [InlineData("squeezenet1_1", "coffee_espresso.png", "espresso", 0.97)]
    [InlineData("bvlc_googlenet", "chelsea_cat.png", "Egyptian cat", 0.50)]
    [InlineData("bvlc_googlenet", "coffee_espresso.png", "espresso", 0.90)]
    public void Real_weights_know_real_photographs(string id, string photo, string name, double probability)
    {
        using var catalog = new NetworkCatalog(Shared.Models());
        using var scope = NewDisposeScope();
        var network = catalog.Load(id);
        var picture = PictureDecoder.Decode(File.ReadAllBytes(Shared.Photo(photo)));
        var input = PictureTensors.ToTensor(PictureResizer.CenterCrop(PictureResizer.ResizeShorterSide(picture, 256), 224));

        var chances = network.Activations(input, [network.Graph.Output])[network.Graph.Output].softmax(1);

        Assert.Equal(name, network.Info.Classes[(int)chances.argmax(1).item<long>()]);
        Assert.Equal(probability, chances.max().ToDouble(), 0.03);
    }

    [Fact]
    public void SqueezeNet_gives_the_logits_of_torchvision()
    {
        using var golden = new Golden("squeezenet1_1.chelsea.safetensors");
        using var catalog = new NetworkCatalog(Shared.Models());
        using var scope = NewDisposeScope();
        var network = catalog.Load("squeezenet1_1");

        var logits = GraphExecutor.Run(network.Graph, network.Parameters, golden["input"], ["logits"])["logits"];

        Assert.InRange(Numbers.RelativeError(logits, golden["logits"]), 0, 1e-4);
    }

    [Fact]
    public void A_known_network_without_weights_says_which_file_is_missing()
    {
        using var catalog = new NetworkCatalog();

        var error = Assert.Throws<UnknownThingException>(() => catalog.Load("vgg16"));

        Assert.Contains("vgg16.safetensors or vgg16.pth", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_another_network_are_refused_by_name_and_the_next_try_is_no_worse()
    {
        var folder = Directory.CreateTempSubdirectory();
        File.Copy(Shared.Model("bvlc_googlenet.safetensors"), Path.Combine(folder.FullName, "squeezenet1_1.safetensors"));
        using var catalog = new NetworkCatalog(folder.FullName);

        var first = Assert.Throws<InvalidWeightsException>(() => catalog.Load("squeezenet1_1"));
        var second = Assert.Throws<InvalidWeightsException>(() => catalog.Load("squeezenet1_1"));

        Assert.Contains("features.0.weight", first.Message, StringComparison.Ordinal);
        Assert.Equal(first.Message, second.Message);
        folder.Delete(recursive: true);
    }
}
