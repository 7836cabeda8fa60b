using CnnVis.Core.Imaging;
using NetVips;
using static CnnVis.Tests.Core.Imaging.TestPictures;

namespace CnnVis.Tests.Core.Imaging;

public class PictureDecoderTests
{
    private const double LossyTolerance = 4;
    private const double InkTolerance = 8;

    [Fact]
    public void Eight_bit_png_keeps_its_bytes()
    {
        var noise = Noise(61, 37);
        AssertSame(noise, PictureDecoder.Decode(File(noise, image => image.PngsaveBuffer())));
    }

    [Fact]
    public void Picture_of_exactly_the_longest_side_keeps_its_bytes()
    {
        var noise = Noise(64, 40);
        AssertSame(noise, PictureDecoder.Decode(File(noise, image => image.PngsaveBuffer(profile: "srgb")), maxSide: 64));
    }

    [Fact]
    public void Sixteen_bit_png_has_the_same_colours() =>
        AssertDecodes(0, image => (image * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16).PngsaveBuffer());

    [Fact]
    public void Palette_png_has_the_same_colours() => AssertDecodes(1, image => image.PngsaveBuffer(palette: true));

    [Fact]
    public void Interlaced_png_has_the_same_colours() => AssertDecodes(0, image => image.PngsaveBuffer(interlace: true));

    [Fact]
    public void Jpeg_has_the_same_colours() => AssertDecodes(LossyTolerance, image => image.JpegsaveBuffer());

    [Fact]
    public void Progressive_jpeg_has_the_same_colours() => AssertDecodes(LossyTolerance, image => image.JpegsaveBuffer(interlace: true));

    [Fact]
    public void Webp_has_the_same_colours() => AssertDecodes(LossyTolerance, image => image.WebpsaveBuffer());

    [Fact]
    public void Gif_has_the_same_colours() => AssertDecodes(LossyTolerance, image => image.GifsaveBuffer());

    [Fact]
    public void Avif_has_the_same_colours() =>
        AssertDecodes(LossyTolerance, image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, q: 80, effort: 0));

    [Fact]
    public void Cmyk_jpeg_with_a_profile_has_the_same_colours() =>
        AssertDecodes(InkTolerance, image => image.IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer(q: 95));

    [Fact]
    public void Cmyk_jpeg_without_a_profile_has_the_same_colours() =>
        AssertDecodes(InkTolerance, image => image.IccTransform("cmyk", inputProfile: "srgb").JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None));

    [Fact]
    public void Embedded_wide_gamut_profile_is_converted() =>
        AssertDecodes(1.5, image => image.IccTransform("p3", inputProfile: "srgb").PngsaveBuffer());

    [Fact]
    public void Embedded_rubbish_profile_is_ignored() =>
        AssertDecodes(0, image => image.Mutate(m => m.Set(GValue.BlobType, "icc-profile-data", new byte[300])).PngsaveBuffer());

    [Fact]
    public void Telephone_jpeg_with_a_gain_map_is_read()
    {
        // White is 1 in linear light; 0.2159 is the sRGB value 128.
        var file = File(Pattern(64, 48), image =>
            (image * 0 + 0.2159).Cast(Enums.BandFormat.Float).Copy(interpretation: Enums.Interpretation.Scrgb).UhdrsaveBuffer());
        var picture = PictureDecoder.Decode(file);
        Assert.Equal((64, 48), (picture.Width, picture.Height));
        Assert.Single(picture.Rgb.Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Grey_png_has_three_equal_channels(bool sixteenBits)
    {
        var grey = Create(20, 10, (x, _) => ((byte)(x * 12), (byte)(x * 12), (byte)(x * 12)));
        var file = File(grey, image => sixteenBits
            ? (image[0] * 257).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Grey16).PngsaveBuffer()
            : image[0].Copy(interpretation: Enums.Interpretation.Bw).PngsaveBuffer());
        AssertSame(grey, PictureDecoder.Decode(file));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public void Transparent_pixels_become_white_and_half_transparent_ones_half_white(int bands)
    {
        var picture = Create(3, 1, (_, _) => (100, 100, 100));
        var alpha = Create(3, 1, (x, _) => ((byte)(x == 0 ? 0 : x == 1 ? 255 : 51), 0, 0));
        var file = File(picture, image => image.ExtractBand(0, n: bands)
            .Copy(interpretation: bands == 1 ? Enums.Interpretation.Bw : Enums.Interpretation.Srgb)
            .Bandjoin(Vips.ToImage(alpha)[0]).PngsaveBuffer());
        AssertNear(Create(3, 1, (x, _) => x == 0 ? Grey(255) : x == 1 ? Grey(100) : Grey(224)), PictureDecoder.Decode(file), 1);
    }

    [Fact]
    public void Animated_gif_gives_its_first_frame() => AssertFirstFrame(image => image.GifsaveBuffer());

    [Fact]
    public void Animated_webp_gives_its_first_frame() => AssertFirstFrame(image => image.WebpsaveBuffer(lossless: true));

    [Theory]
    [InlineData(4000, 3000, 1024, 768)]
    [InlineData(30, 2000, 15, 1000)]
    [InlineData(3000, 1, 1000, 1)]
    public void Larger_picture_is_shrunk_to_the_longest_side(int width, int height, int shrunkWidth, int shrunkHeight)
    {
        var side = Math.Max(shrunkWidth, shrunkHeight);
        var file = File(Pattern(width, height), image => image.JpegsaveBuffer(q: 95));
        var tolerance = height > 1 ? LossyTolerance : InkTolerance;
        AssertNear(Pattern(shrunkWidth, shrunkHeight), PictureDecoder.Decode(file, side), tolerance);
    }

    private static (byte R, byte G, byte B) Grey(byte value) => (value, value, value);

    private static void AssertDecodes(double tolerance, Func<Image, byte[]> save) =>
        AssertNear(Pattern(), PictureDecoder.Decode(File(Pattern(), save)), tolerance);

    private static void AssertFirstFrame(Func<Image, byte[]> save)
    {
        using var second = Vips.ToImage(Noise(48, 32));
        var file = File(Pattern(), first => save(first.Join(second, Enums.Direction.Vertical)
            .Mutate(m => m.Set(GValue.GIntType, "page-height", 32))));
        AssertNear(Pattern(), PictureDecoder.Decode(file), LossyTolerance);
    }
}
