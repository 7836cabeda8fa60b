using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Core.Weights;
using CnnVis.Tests.Support;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Techniques.Activations;

public sealed class ActivationsTechniqueTests : IDisposable
{
    private readonly Network _network = TinyNetwork.Create();
    private readonly Picture _picture = Pictures.Soft(16, 16); // of the input's size: nothing is resampled

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData("conv1", new long[] { 4, 16, 16 })]
    [InlineData("relu2", new long[] { 6, 8, 8 })]
    [InlineData("logits", new long[] { 5, 1, 1 })]
    public void The_raw_values_are_the_executor_s_bit_for_bit(string layer, long[] shape)
    {
        using var scope = NewDisposeScope();
        var input = _network.Preprocessing.Normalize(PictureTensors.ToTensor(_picture));
        var expected = GraphExecutor.Run(_network.Graph, _network.Parameters, input, [layer])[layer];

        var activations = Last(new() { Layer = layer }).Arrays["activations"];

        Assert.Equal(shape, activations.Shape);
        Assert.Equal(expected.data<float>().ToArray(), activations.Values);
    }

    [Fact]
    public void The_first_frame_is_the_picture_as_the_network_sees_it_and_the_last_has_it_as_numbers()
    {
        var frames = Frames(new()).ToList();

        Assert.Equal(_picture.Rgb, frames[0].Picture.Rgb);
        Assert.Equal(2, frames.Count);
        Assert.Equal([3L, 16, 16], frames[1].Arrays["image"].Shape);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(16)]
    public void Each_tile_shows_its_own_channel(int planted)
    {
        using var network = OneBrightChannel(planted);

        var sheet = Last(new() { Layer = "conv" }, network).Picture;

        var layout = SheetLayout.For(17, 16, 16);
        Assert.Equal((layout.Width, layout.Height), (sheet.Width, sheet.Height));
        Assert.All(Enumerable.Range(0, 17), tile => Assert.Equal(tile == planted ? 252 : 0, RedInTheMiddle(sheet, layout, tile)));
    }

    [Fact]
    public void A_tile_shows_a_map_as_it_lies_in_the_picture()
    {
        using var network = Identity(1);
        var rgb = new byte[3 * 16 * 16];
        rgb[3 * ((2 * 16) + 13)] = 255; // red at row 2, column 13

        var sheet = Last(new() { Layer = "conv" }, network, new Picture(16, 16, rgb)).Picture;

        var layout = SheetLayout.For(1, 16, 16);
        var (left, top) = layout.TopLeft(0);
        var scale = layout.TileWidth / 16;
        Assert.Equal(252, Red(sheet, left + (13 * scale), top + (2 * scale)));
        Assert.Equal(252, Red(sheet, left + (14 * scale) - 1, top + (3 * scale) - 1));
        Assert.Equal(0, Red(sheet, left + (14 * scale), top + (2 * scale)));
        Assert.Equal(0, Red(sheet, left + (2 * scale), top + (13 * scale)));
    }

    [Fact]
    public void The_strongest_come_first_with_their_numbers()
    {
        var byNumber = Last(new() { Layer = "both" }).Arrays["activations"].Values;
        var frame = Last(new() { Layer = "both", Order = ChannelOrder.Strength });

        int[] order = [.. frame.Arrays["channels"].Values.Select(channel => (int)channel)];
        var expected = Enumerable.Range(0, 6).OrderByDescending(channel => byNumber[(64 * channel)..(64 * (channel + 1))].Max());
        Assert.Equal(expected, order);
        Assert.NotEqual(order.Order(), order);
        Assert.Equal(order.SelectMany(channel => byNumber[(64 * channel)..(64 * (channel + 1))]), frame.Arrays["activations"].Values);
    }

    [Fact]
    public void Of_many_channels_the_first_are_shown_on_the_scale_of_all()
    {
        var all = Last(new() { Layer = "both" });
        var some = Last(new() { Layer = "both", Channels = 2 });

        Assert.Equal([2L, 8, 8], some.Arrays["activations"].Shape);
        Assert.Equal(all.Scalars, some.Scalars);
    }

    [Fact]
    public void A_layer_without_a_positive_value_is_dark_rather_than_broken()
    {
        using var network = Identity(-1);

        var frame = Last(new() { Layer = "conv" }, network);

        Assert.Equal(3, frame.Scalars["silent"]);
        Assert.Equal(0, RedInTheMiddle(frame.Picture, SheetLayout.For(3, 16, 16), 1));
    }

    [Fact]
    public void A_layer_that_the_picture_is_too_small_for_says_so()
    {
        using var network = With(new([new("pool", new MaxPool(32, 32), ["input"])]), []);

        var refusal = Assert.Throws<InvalidOptionsException>(() => Frames(new() { Layer = "pool" }, network).ToList());

        Assert.Equal("pool has nothing left to show of a picture of 16 pixels a side: choose an earlier layer.", refusal.Message);
    }

    [Fact]
    public void An_unknown_layer_is_named() =>
        Assert.Throws<UnknownThingException>(() => Frames(new() { Layer = "relu9" }).ToList());

    private Frame Last(ActivationsOptions options, Network? network = null, Picture? picture = null) =>
        Frames(options, network, picture).Last();

    private IEnumerable<Frame> Frames(ActivationsOptions options, Network? network = null, Picture? picture = null)
    {
        var technique = new ActivationsTechnique();
        var used = network ?? _network;
        return technique.Run(new TechniqueInput(used, picture ?? _picture, technique.Complete((TechniqueOptions)options, used.Info), 0));
    }

    // Seventeen channels that look nowhere; one has a bias.
    private static Network OneBrightChannel(int planted)
    {
        var bias = zeros(17);
        bias[planted] = 2;
        return With(new([new("conv", new Convolution(3, 17, 1), ["input"])]), new() { ["conv.weight"] = zeros(17, 3, 1, 1), ["conv.bias"] = bias });
    }

    // Channel k is colour k, times a factor.
    private static Network Identity(float factor) => With(
        new([new("conv", new Convolution(3, 3, 1, Bias: false), ["input"])]),
        new() { ["conv.weight"] = factor * eye(3).reshape(3, 3, 1, 1) });

    private static Network With(NetworkGraph graph, Dictionary<string, Tensor> weights) => new(
        new NetworkInfo("planted", "Planted", "For tests.", 16, graph, graph.Output, graph.Output, 16, ["a"]),
        new Preprocessing(1, [0, 0, 0], [1, 1, 1]),
        new TensorSet(weights));

    private static int RedInTheMiddle(Picture sheet, SheetLayout layout, int tile)
    {
        var (left, top) = layout.TopLeft(tile);
        return Red(sheet, left + (layout.TileWidth / 2), top + (layout.TileHeight / 2));
    }

    private static int Red(Picture sheet, int x, int y) => sheet.Rgb[3 * ((y * sheet.Width) + x)];
}
