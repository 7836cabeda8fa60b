using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Networks.Operations;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Networks;

public sealed class NetworkBlocksTests
{
    public static TheoryData<string> Known => ["squeezenet1_1", "bvlc_googlenet", "vgg16", "builtin", "tiny"];

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_node_is_in_one_block_and_the_order_stays(string id) => Assert.Equal(
        GraphOf(id).Nodes.Select(node => node.Id),
        NetworkBlocks.Of(GraphOf(id)).SelectMany(block => block.Nodes).Select(node => node.Id));

    [Theory]
    [MemberData(nameof(Known))]
    public void Every_block_reads_what_an_earlier_one_gives_and_something_reads_it(string id)
    {
        var given = new HashSet<string> { NetworkGraph.Input };
        foreach (var block in NetworkBlocks.Of(GraphOf(id)))
        {
            Assert.NotEmpty(block.Inputs);
            Assert.All(block.Inputs, input => Assert.Contains(input, given));
            Assert.NotEmpty(block.Outputs);
            given.UnionWith(block.Outputs);
        }
    }

    [Fact]
    public void Fire_modules_are_blocks_and_what_lies_between_them_is_single() => Assert.Equal(
        ["features.0", "features.1", "features.2", "features.3", "features.4", "features.5"],
        NetworkBlocks.Of(GraphOf("squeezenet1_1")).Take(6).Select(block => block.Name));

    [Fact]
    public void A_fire_module_ends_with_the_node_that_bears_its_name()
    {
        var fire = NetworkBlocks.Of(GraphOf("squeezenet1_1")).First(block => block.Name == "features.3");

        Assert.Equal(7, fire.Nodes.Count);
        Assert.Equal(["features.2"], fire.Inputs);
        Assert.Equal(["features.3"], fire.Outputs);
    }

    [Fact]
    public void Inception_modules_are_blocks_by_Caffe_s_names()
    {
        var blocks = NetworkBlocks.Of(GraphOf("bvlc_googlenet"));

        Assert.Equal(
            ["conv1", "pool1", "conv2", "pool2", "inception_3a", "inception_3b", "pool3", "inception_4a"],
            blocks.Take(8).Select(block => block.Name));
        Assert.Equal(14, blocks.First(block => block.Name == "inception_4c").Nodes.Count);
    }

    [Fact]
    public void VGG_s_numbered_parts_are_single() =>
        Assert.All(NetworkBlocks.Of(GraphOf("vgg16")), block => Assert.Single(block.Nodes));

    [Theory]
    // a residual block, with a name for the stage as a whole
    [InlineData("layer3.0 layer3.0 layer3.0 layer3.0 layer3.0 layer3.1 layer3.1 layer3",
        "layer3.0.conv1 layer3.0.bn1 layer3.0.downsample.0 layer3.0.add layer3.0 layer3.1.conv1 layer3.1 layer3")]
    // torchvision's Inception, with branches that are lists and branches that are not
    [InlineData("conv1 conv1 inception3a inception3a inception3a inception3a",
        "conv1.conv conv1 inception3a.branch1.conv inception3a.branch2.0.conv inception3a.branch2.0 inception3a")]
    // MobileNet: numbered single nodes within a named whole, then a block
    [InlineData("features.0 features.0 features.0 features.1 features.1 features.1",
        "features.0.0 features.0.1 features.0 features.1.conv.0.0 features.1.conv.1 features.1")]
    public void Names_group_as_torchvision_means_them(string blocks, string nodes) =>
        Assert.Equal(blocks.Split(' '), Names(nodes.Split(' ')));

    [Fact]
    public void What_is_too_large_to_be_looked_at_falls_into_its_parts()
    {
        string[] layers = [.. Enumerable.Range(1, 6).SelectMany(layer => Enumerable.Range(1, 6).Select(part => $"dense.layer{layer}.part{part}"))];

        Assert.Equal(layers.Select(id => id[..id.LastIndexOf('.')]), Names(layers));
    }

    [Fact]
    public void A_block_that_another_interrupts_comes_in_two_parts() =>
        Assert.Equal(["a", "b", "a"], NetworkBlocks.Of(Chain("a.x", "b", "a.y")).Select(block => block.Name));

    private static IEnumerable<string> Names(params string[] ids) =>
        NetworkBlocks.Of(Chain(ids)).SelectMany(block => block.Nodes.Select(_ => block.Name));

    private static NetworkGraph Chain(params string[] ids) =>
        new([.. ids.Select((id, i) => new Node(id, new Relu(), [i == 0 ? NetworkGraph.Input : ids[i - 1]]))]);

    private static NetworkGraph GraphOf(string id) => id switch
    {
        "squeezenet1_1" => SqueezeNet.Version11.Graph,
        "bvlc_googlenet" => BvlcGoogLeNet.Instance.Graph,
        "vgg16" => Vgg.Vgg16.Graph,
        "tiny" => TinyNetwork.Graph(),
        _ => DrawingNet.BuiltIn.Graph,
    };
}
