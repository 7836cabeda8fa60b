using CnnVis.Core.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Imaging;

public sealed class MapResizerTests
{
    [Theory]
    [InlineData(MapResize.Bilinear, new[] { 0f, 1, 3, 4 })]
    [InlineData(MapResize.BilinearAligned, new[] { 0f, 4 / 3f, 8 / 3f, 4 })]
    [InlineData(MapResize.Nearest, new[] { 0f, 0, 4, 4 })]
    public void Two_cells_become_four_by_each_rule(MapResize rule, float[] expected)
    {
        var map = new FloatArray([1, 2], [0, 4]);

        Assert.Equal(expected, MapResizer.Resize(map, 1, 4, rule).Values);
    }

    [Theory, InlineData(MapResize.Bilinear, false), InlineData(MapResize.BilinearAligned, true)]
    public void Bilinear_rules_agree_with_torch_in_both_directions(MapResize rule, bool aligned)
    {
        var map = Uneven(5, 7);
        using var scope = NewDisposeScope();
        var reference = nn.functional.interpolate(
            tensor(map.Values).view(1, 1, 5, 7), [16, 11], mode: InterpolationMode.Bilinear, align_corners: aligned);

        var resized = MapResizer.Resize(map, 16, 11, rule);

        Assert.Equal([16, 11], resized.Shape);
        Assert.All(resized.Values.Zip(reference.data<float>().ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-5f));
    }

    [Theory, InlineData(MapResize.Bilinear), InlineData(MapResize.BilinearAligned), InlineData(MapResize.Nearest)]
    public void The_same_size_keeps_every_bit(MapResize rule)
    {
        var map = Uneven(13, 9);

        Assert.Equal(map.Values, MapResizer.Resize(map, 13, 9, rule).Values);
    }

    [Theory, InlineData(MapResize.Bilinear), InlineData(MapResize.BilinearAligned), InlineData(MapResize.Nearest)]
    public void A_single_cell_fills_the_picture(MapResize rule) =>
        Assert.All(MapResizer.Resize(new FloatArray([1, 1], [7]), 3, 5, rule).Values, value => Assert.Equal(7, value));

    [Fact]
    public void What_is_no_map_is_an_error() =>
        Assert.Throws<ArgumentException>(() => MapResizer.Resize(new FloatArray([1, 2, 2], new float[4]), 3, 3, MapResize.Nearest));

    private static FloatArray Uneven(int height, int width) =>
        new([height, width], [.. Enumerable.Range(0, height * width).Select(i => MathF.Sin(i * i))]);
}
