using System.Text;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using NetVips;
using static CnnVis.Tests.Core.Imaging.TestPictures;

namespace CnnVis.Tests.Core.Imaging;

public class HostilePictureTests
{
    private const string Unreadable = "not a picture CnnVis can read";

    private static readonly Dictionary<string, Func<Image, byte[]>> Formats = new()
    {
        ["png"] = image => image.PngsaveBuffer(),
        ["interlaced png"] = image => image.PngsaveBuffer(interlace: true),
        ["jpeg"] = image => image.JpegsaveBuffer(),
        ["progressive jpeg"] = image => image.JpegsaveBuffer(interlace: true),
        ["webp"] = image => image.WebpsaveBuffer(),
        ["gif"] = image => image.GifsaveBuffer(),
        ["avif"] = image => image.HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0),
    };

    public static TheoryData<string> FormatNames => [.. Formats.Keys];

    [Fact]
    public void Empty_file_is_refused_as_empty() => AssertRefused("The file is empty", []);

    [Fact]
    public void File_one_byte_too_long_is_refused_by_its_length() =>
        AssertRefused("larger than 10 MB", new byte[PictureDecoder.MaxBytes + 1]);

    [Fact]
    public void Longest_allowed_file_of_zeros_is_no_picture() => AssertRefused(Unreadable, new byte[PictureDecoder.MaxBytes]);

    [Fact]
    public void Header_of_a_huge_png_is_enough_to_refuse_it() =>
        AssertRefused("30000 x 30000 pixels", HostileFiles.PngBomb(30_000, 30_000));

    [Theory]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("tEXt")]
    public void Text_in_a_png_is_left_out_before_anything_unpacks_it(string type)
    {
        var png = File(Pattern(), image => image.PngsaveBuffer());

        var bombed = HostileFiles.WithTextBombs(png, type, count: 20);

        Assert.Equal(PngChunks.KeepPixels(png), PngChunks.KeepPixels(bombed));
        Assert.Equal(PictureDecoder.Decode(png).Rgb, PictureDecoder.Decode(bombed).Rgb);
    }

    [Fact]
    public void A_picture_that_is_nearly_a_line_is_refused_by_its_side() =>
        AssertRefused("30,000 on a side", HostileFiles.PngBomb(9_999_999, 2));

    [Fact]
    public void Header_of_a_huge_gif_is_enough_to_refuse_it() =>
        AssertRefused("30000 x 30000 pixels", HostileFiles.GifBomb(30_000, 30_000));

    [Fact]
    public void Header_that_promises_more_than_the_file_holds_is_damage() =>
        AssertRefused("damaged or cut off", HostileFiles.PngBomb(2000, 2000));

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='1000000' height='1000000'><rect width='100%' height='100%'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='file:///etc/passwd'/></svg>")]
    [InlineData("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj")]
    [InlineData("P6 2 2 255 ............")]
    [InlineData("BM................................................")]
    [InlineData("A picture of a cat.")]
    public void Text_drawings_and_other_formats_are_no_pictures(string text) => AssertRefused(Unreadable, Encoding.ASCII.GetBytes(text));

    [Fact]
    public void Tiff_is_no_picture() => AssertRefused(Unreadable, File(Pattern(), image => image.TiffsaveBuffer()));

    [Theory]
    [InlineData("")]
    [InlineData("\x89PNG\r\n\x1a\n")]
    [InlineData("\xff\xd8\xff\xe0")]
    [InlineData("GIF89a")]
    [InlineData("RIFF\x40\0\0\0WEBPVP8 ")]
    [InlineData("\0\0\0\x1c" + "ftypavif")]
    public void Random_bytes_are_refused_even_behind_a_true_beginning(string beginning)
    {
        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            var file = new byte[random.Next(1, 400)];
            random.NextBytes(file);
            Assert.Throws<InvalidPictureException>(() => PictureDecoder.Decode([.. Encoding.Latin1.GetBytes(beginning), .. file]));
        }
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void Cut_off_file_is_refused_wherever_it_ends(string format)
    {
        var file = File(Noise(90, 64), Formats[format]);
        // The last bytes may be an end mark that no pixel needs.
        for (var length = 1; length < file.Length - 20; length += Math.Max(1, file.Length / 40))
        {
            Assert.Throws<InvalidPictureException>(() => PictureDecoder.Decode(file[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(FormatNames))]
    public void File_with_changed_bytes_gives_a_picture_or_a_clear_refusal(string format)
    {
        var file = File(Noise(40, 30), Formats[format]);
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            var changed = file.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            var exception = Record.Exception(() => PictureDecoder.Decode(changed));
            Assert.True(exception is null or InvalidPictureException, exception?.ToString());
        }
    }

    private static void AssertRefused(string sentence, byte[] file) =>
        Assert.Contains(sentence, Assert.Throws<InvalidPictureException>(() => PictureDecoder.Decode(file)).Message, StringComparison.Ordinal);
}
