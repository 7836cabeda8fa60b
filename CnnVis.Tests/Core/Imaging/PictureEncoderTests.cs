using CnnVis.Core.Imaging;
using NetVips;
using static CnnVis.Tests.Core.Imaging.TestPictures;

namespace CnnVis.Tests.Core.Imaging;

public class PictureEncoderTests
{
    private static readonly (byte, byte, byte) Red = (230, 30, 30), Green = (30, 130, 30); // about equally bright

    [Fact]
    public void Png_gives_the_same_bytes_back()
    {
        var noise = Noise(33, 21);
        AssertSame(noise, PictureDecoder.Decode(PictureEncoder.Png(noise)));
    }

    [Fact]
    public void Jpeg_gives_nearly_the_same_picture_back() =>
        AssertNear(Pattern(), PictureDecoder.Decode(PictureEncoder.Jpeg(Pattern())), 3);

    [Fact]
    public void Jpeg_keeps_colours_apart_that_lie_side_by_side()
    {
        var stripes = Create(16, 16, (x, _) => x % 2 == 0 ? Red : Green);
        AssertNear(stripes, PictureDecoder.Decode(PictureEncoder.Jpeg(stripes)), 12);
    }

    [Fact]
    public void Webp_gives_nearly_the_same_picture_back() =>
        AssertNear(Pattern(), PictureDecoder.Decode(PictureEncoder.WebP(Pattern())), 3);

    [Fact]
    public void Lower_quality_makes_smaller_files()
    {
        var noise = Noise(64, 64);
        Assert.True(PictureEncoder.Jpeg(noise, 30).Length < PictureEncoder.Jpeg(noise, 90).Length);
        Assert.True(PictureEncoder.WebP(noise, 30).Length < PictureEncoder.WebP(noise, 90).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void Quality_out_of_range_is_an_error(int quality)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureEncoder.Jpeg(Pattern(), quality));
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureEncoder.WebP(Pattern(), quality));
    }

    [Fact]
    public void Files_hold_no_metadata()
    {
        foreach (var file in new[] { PictureEncoder.Png(Pattern()), PictureEncoder.Jpeg(Pattern()), PictureEncoder.WebP(Pattern()) })
        {
            using var image = Image.NewFromBuffer(file);
            Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal)
                || field.StartsWith("icc", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal));
        }
    }
}
