using CnnVis.Core.Optimization;
using CnnVis.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Optimization;

public sealed class TiledLookTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Generator _random = new(2);

    public void Dispose()
    {
        _random.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void Tiles_cover_the_whole_length_and_lie_elsewhere_each_time()
    {
        var cuts = Enumerable.Range(0, 60).Select(_ => TiledLook.Cut(300, 64, _random)).ToList();

        Assert.All(cuts, tiles =>
        {
            Assert.Equal(tiles.Select(tile => tile.Start + tile.Length), [.. tiles.Skip(1).Select(tile => tile.Start), 300]);
            Assert.All(tiles, tile => Assert.InRange(tile.Length, 32, 96));
        });
        Assert.True(cuts.Select(tiles => tiles[1].Start).Distinct().Count() > 20);
        Assert.Equal([(0, 64)], TiledLook.Cut(64, 64, _random));
    }

    // A mean over pixels knows no neighbours, so that tiles change nothing.
    [Fact]
    public void Where_no_pixel_sees_another_tiles_give_the_whole_s_value_and_gradient()
    {
        var image = rand(1, 3, 150, 130, dtype: ScalarType.Float64).requires_grad_();
        var whole = image.pow(3).mean();
        var expected = autograd.grad([whole], [image])[0];

        var (value, gradient) = TiledLook.At(image, 40, _random, tile => tile.pow(3).mean());

        Assert.Equal(whole.item<double>(), value, 1e-12);
        Assert.InRange(Numbers.RelativeError(gradient, expected), 0, 1e-12);
    }
}
