using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Networks;

public sealed class RandomizedNetworkTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly NetworkCatalog _catalog = new();

    public void Dispose()
    {
        _scope.Dispose();
        _catalog.Dispose();
    }

    [Fact]
    public void The_same_id_gives_the_same_weights_in_every_catalog()
    {
        using var other = new NetworkCatalog();
        using var here = _catalog.Borrow("builtin-random-conv5");
        using var there = other.Borrow("builtin-random-conv5");

        Assert.All(here.Network.Parameters, entry => Assert.True(entry.Value.equal(there.Network.Parameters[entry.Key]).all().item<bool>()));
    }

    [Fact]
    public void Layers_before_are_as_trained_and_all_from_it_on_are_drawn_anew()
    {
        using var loan = _catalog.Borrow("builtin-random-conv6");
        var trained = _catalog.Load("builtin").Parameters;

        var changed = loan.Network.Parameters.Where(entry => !entry.Value.equal(trained[entry.Key]).all().item<bool>()).Select(entry => entry.Key);

        Assert.Equal(
            ["classes.bias", "classes.weight", "conv6.bias", "conv6.weight", "conv7.bias", "conv7.weight"],
            changed.Order(StringComparer.Ordinal));
        Assert.Equal(0, loan.Network.Parameters["conv7.bias"].abs().max().ToDouble());
        Assert.Equal(Math.Sqrt(2.0 / (192 * 9)), loan.Network.Parameters["conv7.weight"].std().ToDouble(), 5e-4); // He
    }

    [Fact]
    public void A_layer_forgets_into_the_same_weights_wherever_the_forgetting_begins()
    {
        using var early = _catalog.Borrow("builtin-random-conv1");
        using var late = _catalog.Borrow("builtin-random-classes");

        Assert.True(early.Network.Parameters["classes.weight"].equal(late.Network.Parameters["classes.weight"]).all().item<bool>());
    }

    [Fact]
    public void The_logits_change_and_the_trained_network_stays_as_it_is()
    {
        var picture = PictureTensors.ToTensor(Pictures.Soft(96, 96));
        var before = Logits(_catalog.Load("builtin"), picture);
        using (var loan = _catalog.Borrow("builtin-random-classes"))
        {
            Assert.InRange(Numbers.RankCorrelation(before, Logits(loan.Network, picture)), -0.5, 0.5);
        }

        Assert.True(before.equal(Logits(_catalog.Load("builtin"), picture)).all().item<bool>());
    }

    [Fact]
    public void Normalisations_become_the_identity()
    {
        using var trained = Normalized();
        using var forgetful = new RandomizedNetwork("normalized", "conv").Load(trained);

        var picture = PictureTensors.ToTensor(Pictures.Soft(8, 8)).to(ScalarType.Float64);
        var layers = forgetful.Activations(picture, ["conv", "logits"]);

        Assert.InRange(Numbers.RelativeError(layers["logits"], layers["conv"]), 0, 1e-4);
        Assert.Equal(ScalarType.Float64, forgetful.Parameters["conv.weight"].dtype);
    }

    [Fact]
    public void It_is_known_by_its_id_and_listed_nowhere()
    {
        var info = _catalog.Find("builtin-random-conv5");

        Assert.Equal(("builtin-random-conv5", "Built-in: 122 drawings, random from conv5 on", "builtin"), (info.Id, info.Title, info.Trained?.Id));
        Assert.Equal(_catalog.WeightsHash("builtin"), _catalog.WeightsHash(info.Id));
        Assert.Equal(["builtin"], _catalog.Networks.Select(network => network.Id));
    }

    [Fact]
    public void It_is_in_memory_once_while_it_is_used()
    {
        _catalog.Load("builtin"); // stays

        Assert.Equal(0, TensorLeaks.Count(() =>
        {
            using var first = _catalog.Borrow("builtin-random-conv5");
            using var second = _catalog.Borrow("builtin-random-conv5");
            Assert.Same(first.Network, second.Network);
        }));
    }

    [Theory]
    [InlineData("builtin-random-conv99", "There is no layer \"conv99\". Built-in: 122 drawings has layers such as relu5.")]
    [InlineData("builtin-random-conv5-random-conv2", "There is no layer \"conv5-random-conv2\".")]
    [InlineData("builtin-random-gap", "Nothing is learnt from gap on: let Built-in: 122 drawings forget from classes on, or earlier.")]
    [InlineData("vgg16-random-classifier.6", "There is no network \"vgg16-random-classifier.6\". Its weights are missing")]
    [InlineData("nothing-random-conv5", "There is no network \"nothing-random-conv5\". Ready here: builtin.")]
    [InlineData("builtin-random-", "There is no network \"builtin-random-\".")]
    public void What_there_is_not_is_refused_in_a_sentence(string id, string sentence)
    {
        Assert.StartsWith(sentence, Assert.ThrowsAny<CnnVisException>(() => _catalog.Find(id)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<CnnVisException>(() => _catalog.Borrow(id));
    }

    [Theory]
    [InlineData("lab-abc-3-random-conv1", "lab-abc-3", "conv1")]
    [InlineData("resnet18-random-layer4.1.conv2", "resnet18", "layer4.1.conv2")]
    public void An_id_names_network_and_layer(string id, string network, string layer)
    {
        Assert.Equal(new RandomizedNetwork(network, layer), RandomizedNetwork.Read(id));
        Assert.Equal(id, new RandomizedNetwork(network, layer).Id);
    }

    [Theory]
    [InlineData("builtin")]
    [InlineData("lab-random-3")] // of a run that is called so
    [InlineData("-random-conv1")]
    public void Any_other_id_names_none(string id) => Assert.Null(RandomizedNetwork.Read(id));

    private static Tensor Logits(Network network, Tensor picture) => network.Activations(picture, ["logits"])["logits"];

    private static Network Normalized()
    {
        var graph = new NetworkGraph(
        [
            new("conv", new Convolution(3, 4, 3, Bias: false), ["input"]),
            new("logits", new BatchNormalization(4), ["conv"]),
        ]);
        var info = new NetworkInfo("normalized", "Normalized", "For tests.", 8, graph, "conv", "conv", 8, ["a"]);
        return new Network(info, Preprocessing.Halves, new TensorSet(graph.ParameterShapes.ToDictionary(
            entry => entry.Key, entry => full(entry.Value, 3.0, dtype: ScalarType.Float64).DetachFromDisposeScope())));
    }
}
