using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Networks.Operations;
using CnnVis.Web.Components.Layers;

namespace CnnVis.Tests.Web.Components.Layers;

public sealed class BlockLayoutTests
{
    [Fact]
    public void A_fire_module_forks_into_two_columns_and_joins_again()
    {
        var layout = Of(SqueezeNet.Version11.Graph, "features.3");

        Assert.Equal(
            "squeeze 0:0-1, squeeze_activation 1:0-1, expand1x1 2:0-0, expand1x1_activation 3:0-0, "
            + "expand3x3 2:1-1, expand3x3_activation 3:1-1, features.3 4:0-1",
            Describe(layout));
        Assert.Equal([6, 6], layout.Widths);
        Assert.Equal(
            ["M6 0V0.5", "M6 0.5V1.5", "M3 1.5V2.5", "M3 2.5V3.5", "M9 1.5V2.5", "M9 2.5V3.5", "M3 3.5V4.5", "M9 3.5V4.5", "M6 4.5V5.5"],
            layout.Wires);
    }

    [Fact]
    public void The_branches_of_an_Inception_module_stand_side_by_side_and_short_ones_reach_down()
    {
        var layout = Of(BvlcGoogLeNet.Instance.Graph, "inception_4c");

        Assert.Equal(4, layout.Widths.Count);
        Assert.Equal(new(4, 0, 3), Place(layout, "output"));
        Assert.Equal([0, 1, 2, 3], new[] { "1x1", "3x3_reduce", "5x5_reduce", "pool" }.Select(name => Place(layout, name).First));
        Assert.Contains("M3 1.5V4.5", layout.Wires); // from relu_1x1 past two rows
    }

    [Fact]
    public void A_skip_connection_has_a_lane_of_its_own_beside_the_nodes()
    {
        var layout = Of(Residual(downsample: false), "block.0");

        Assert.Equal("conv 0:0-0, relu 1:0-0, add 2:0-1, block.0 3:0-1", Describe(layout));
        Assert.Equal([6, 1], layout.Widths);
        Assert.Contains("M6.5 0V2.5", layout.Wires);
        Assert.Contains("M3 0H6.5", layout.Wires); // both begin where the block does
        Assert.Contains("M3 0V0.5", layout.Wires);
    }

    [Fact]
    public void A_shortcut_with_nodes_is_a_branch()
    {
        var layout = Of(Residual(downsample: true), "block.0");

        Assert.Equal("conv 0:0-0, relu 1:0-0, downsample.0 0:1-1, add 2:0-1, block.0 3:0-1", Describe(layout));
        Assert.Contains("M9 0.5V2.5", layout.Wires);
    }

    [Fact]
    public void Where_no_straight_way_is_a_wire_bends()
    {
        var graph = new NetworkGraph(
        [
            new("b.a", new Relu(), ["input"]), new("b.b", new Relu(), ["input"]),
            new("b.c", new Relu(), ["b.a"]), new("b.d", new Concatenation(), ["b.b", "b.a"]),
        ]);

        Assert.Contains(Of(graph, "b").Wires, wire => wire.Contains('C', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("squeezenet1_1")]
    [InlineData("bvlc_googlenet")]
    [InlineData("builtin")]
    public void No_two_nodes_share_a_place_and_all_come_below_what_they_read(string network)
    {
        var graph = network switch
        {
            "squeezenet1_1" => SqueezeNet.Version11.Graph,
            "builtin" => DrawingNet.BuiltIn.Graph,
            _ => BvlcGoogLeNet.Instance.Graph,
        };
        foreach (var layout in NetworkBlocks.Of(graph).Select(BlockLayout.Of))
        {
            var rows = layout.Nodes.ToDictionary(place => place.Node.Id, place => place.Row);
            Assert.All(layout.Nodes, place => Assert.All(place.Node.Inputs, input => Assert.True(rows.GetValueOrDefault(input, -1) < place.Row)));
            var cells = layout.Nodes.SelectMany(place => Enumerable.Range(place.First, place.Last - place.First + 1).Select(column => (place.Row, column)));
            Assert.Distinct(cells);
        }
    }

    private static NetworkGraph Residual(bool downsample) => new(
    [
        new("stem", new Relu(), ["input"]),
        new("block.0.conv", new Convolution(3, 3, 3, Padding: 1), ["stem"]),
        new("block.0.relu", new Relu(), ["block.0.conv"]),
        .. downsample ? [new Node("block.0.downsample.0", new Convolution(3, 3, 1), ["stem"])] : Array.Empty<Node>(),
        new("block.0.add", new Concatenation(), ["block.0.relu", downsample ? "block.0.downsample.0" : "stem"]),
        new("block.0", new Relu(), ["block.0.add"]),
    ]);

    private static BlockLayout Of(NetworkGraph graph, string block) =>
        BlockLayout.Of(NetworkBlocks.Of(graph).First(candidate => candidate.Name == block));

    private static (int Row, int First, int Last) Place(BlockLayout layout, string name) =>
        layout.Nodes.First(place => place.Node.Id.EndsWith("." + name, StringComparison.Ordinal)) is var found
            ? (found.Row, found.First, found.Last)
            : default;

    private static string Describe(BlockLayout layout) => string.Join(", ", layout.Nodes.Select(place =>
        $"{place.Node.Id.Replace("features.3.", "", StringComparison.Ordinal).Replace("block.0.", "", StringComparison.Ordinal)} {place.Row}:{place.First}-{place.Last}"));
}
