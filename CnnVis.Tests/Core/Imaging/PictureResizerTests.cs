using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Tests.Support;
using static CnnVis.Tests.Core.Imaging.TestPictures;

namespace CnnVis.Tests.Core.Imaging;

public class PictureResizerTests
{
    [Theory]
    [InlineData(100, 50, 40, 40, 20)]
    [InlineData(50, 100, 40, 20, 40)]
    [InlineData(1000, 1, 10, 10, 1)]
    [InlineData(30, 20, 40, 30, 20)]
    public void Fit_shrinks_and_never_enlarges(int width, int height, int longerSide, int fittedWidth, int fittedHeight) =>
        AssertNear(Pattern(fittedWidth, fittedHeight), PictureResizer.Fit(Pattern(width, height), longerSide), 12);

    [Theory]
    [InlineData(120, 60, 30, 60, 30)]
    [InlineData(61, 123, 30, 30, 60)]
    [InlineData(48, 32, 64, 96, 64)]
    public void Shorter_side_is_exact_and_the_longer_one_rounded(int width, int height, int side, int newWidth, int newHeight) =>
        AssertNear(Pattern(newWidth, newHeight), PictureResizer.ResizeShorterSide(Pattern(width, height), side), 8);

    [Fact]
    public void Strip_that_would_become_too_long_is_refused() =>
        Assert.Throws<InvalidPictureException>(() => PictureResizer.ResizeShorterSide(Pattern(1024, 1), 224));

    [Fact]
    public void Center_crop_is_the_middle()
    {
        var noise = Noise(9, 6);
        AssertSame(Create(4, 4, (x, y) => noise.At(x + 2, y + 1)), PictureResizer.CenterCrop(noise, 4));
    }

    [Fact]
    public void Center_crop_larger_than_the_picture_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureResizer.CenterCrop(Noise(9, 6), 7));

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(37)]
    public void Square_has_exactly_that_side(int side)
    {
        var square = PictureResizer.Square(Noise(30, 20), side);
        Assert.Equal((side, side), (square.Width, square.Height));
    }

    [Fact]
    public void Square_of_the_asked_size_keeps_its_pixels() => AssertSame(Noise(24, 24), PictureResizer.Square(Noise(24, 24), 24));

    [Fact]
    public void Solid_colour_stays_solid_up_to_the_edges()
    {
        foreach (var side in new[] { 7, 50 })
        {
            AssertSame(Create(side, side, (_, _) => (12, 200, 77)), PictureResizer.Square(Create(31, 20, (_, _) => (12, 200, 77)), side));
        }
    }

    [Fact]
    public void Fine_stripes_become_grey_instead_of_other_stripes()
    {
        var stripes = Create(90, 90, (x, _) => x % 2 == 0 ? ((byte)255, (byte)255, (byte)255) : ((byte)0, (byte)0, (byte)0));
        Assert.All(PictureResizer.Square(stripes, 20).Rgb, value => Assert.InRange(value, 110, 145));
    }

    [Fact]
    public void A_photograph_is_prepared_byte_for_byte_as_torchvision_prepares_it()
    {
        var photo = PictureDecoder.Decode(System.IO.File.ReadAllBytes(Shared.Photo("chelsea_cat.png")));
        var reference = PictureDecoder.Decode(System.IO.File.ReadAllBytes(Shared.Golden("squeezenet1_1.chelsea.png")));

        AssertSame(reference, PictureResizer.CenterCrop(PictureResizer.ResizeShorterSide(photo, 256), 224));
    }

    [Fact]
    public void Halving_weighs_four_neighbours_like_torchvision()
    {
        // The triangle's weights are 1 3 3 1, and at the left edge 3 3 1.
        var row = Create(4, 4, (x, _) => ((byte)(x == 1 ? 224 : 0), 0, 0));
        var half = PictureResizer.Square(row, 2);
        Assert.Equal(224 * 3 / 7, half.At(0, 0).R);
        Assert.Equal(224 * 1 / 7, half.At(1, 0).R);
    }
}
