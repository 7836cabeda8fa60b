using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;

namespace CnnVis.Tests.Core;

public class RunSpecJsonTests
{
    [Fact]
    public void A_spec_is_written_in_one_canonical_form() => Assert.Equal(
        """{"technique":"deepdream","network":"builtin","image":"ab","options":{"layers":[{"layer":"relu3","weight":1}],"channel":null,"octaves":4,"octaveScale":1.4,"steps":10,"jitter":32,"rate":0.01,"size":512,"guide":null,"tile":0,"zoom":0,"zoomFactor":1.05,"zoomSteps":3},"seed":7}""",
        RunSpecJson.Write(new("deepdream", "builtin", "ab", new DeepDreamOptions { Layers = [new("relu3")] }, 7)));

    [Fact]
    public void A_dream_is_read_back_the_same()
    {
        var spec = new RunSpec("deepdream", "vgg16", "ab", new DeepDreamOptions { Layers = [new("features.7", 0.5)], Channel = 2 });

        Assert.Equal(spec, RunSpecJson.Read(RunSpecJson.Write(spec)));
        Assert.NotEqual(spec, spec with { Options = new DeepDreamOptions { Layers = [new("features.7", 0.6)], Channel = 2 } });
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var spec = new RunSpec("neuron", "vgg16", null, new NeuronOptions { Objective = NeuronObjective.Class, Target = 3, Size = 64 }, 5);

        Assert.Equal(spec, RunSpecJson.Read(RunSpecJson.Write(spec)));
    }

    public static IEnumerable<TheoryDataRow<string>> Specs =>
    [
        """{"technique":"saliency","options":{"method":"integrated-gradients","target":285,"rule":"trapezoid","reduction":"signed"}}""",
        """{"technique":"gap","options":{"target":[285,287]}}""",
        """{"technique":"grad-cam","options":{"method":"grad-cam++","layer":"sweep","target":"top","score":"probability"}}""",
        """{"technique":"content","options":{"layers":["features.3","features.7"],"start":"grey"}}""",
        """{"technique":"neuron","options":{"terms":[{"objective":"channel","layer":"relu3","channel":2,"weight":0.5}],"batch":4}}""",
        """{"technique":"activations","options":{"order":"strength"}}""",
        """{"technique":"gap-lab","options":{"data":"cifar-10","widths":[8,16],"schedule":"constant","manner":"keras","pictures":[3,1]}}""",
    ];

    [Theory]
    [MemberData(nameof(Specs))]
    public void Every_technique_reads_back_what_it_writes(string json)
    {
        var spec = RunSpecJson.Read(json);

        Assert.Equal(spec, RunSpecJson.Read(RunSpecJson.Write(spec)));
        Assert.Equal(RunSpecJson.Write(spec), RunSpecJson.Write(RunSpecJson.Read(RunSpecJson.Write(spec))));
    }

    [Fact]
    public void The_order_of_members_and_left_out_defaults_do_not_change_the_hash()
    {
        var first = RunSpecJson.Read("""{"technique":"neuron","options":{"steps":5,"channel":2}}""");
        var second = RunSpecJson.Read("""{"options":{"channel":2,"steps":5,"jitter":6},"seed":0,"network":"builtin","technique":"neuron"}""");

        Assert.Equal(RunSpecJson.Hash(first), RunSpecJson.Hash(second));
        Assert.NotEqual(RunSpecJson.Hash(first), RunSpecJson.Hash(first with { Seed = 1 }));
        Assert.Equal(64, RunSpecJson.Hash(first).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("""{"technique":"neuron","options":{"\ud800":1}}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("null")]
    [InlineData("""{"network":"builtin"}""")]
    [InlineData("""{"technique":null}""")]
    [InlineData("""{"technique":"neuron","wrong":1}""")]
    [InlineData("""{"technique":"neuron","options":{"stepz":1}}""")]
    [InlineData("""{"technique":"neuron","options":{"steps":"many"}}""")]
    [InlineData("""{"technique":"neuron","options":{"steps":1e99}}""")]
    [InlineData("""{"technique":"neuron","options":{"objective":1}}""")]
    [InlineData("""{"technique":"neuron","options":[]}""")]
    [InlineData("""{"technique":"deepdream","options":{"layers":null}}""")]
    [InlineData("""{"technique":"deepdream","options":{"layers":[{"weight":1}]}}""")]
    [InlineData("""{"technique":"neuron","seed":1.5}""")]
    [InlineData("""{"technique":"neuron","technique":"deepdream"}""")]
    [InlineData("""{"technique":"neuron","options":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}}}""")]
    public void What_is_no_spec_is_refused_in_a_sentence(string json) =>
        Assert.EndsWith(".", Assert.Throws<InvalidOptionsException>(() => RunSpecJson.Read(json)).Message, StringComparison.Ordinal);
}
