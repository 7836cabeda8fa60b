using CnnVis.Core.Imaging;
using NetVips;

namespace CnnVis.Tests.Core.Imaging;

/// <summary>What was written is read again by libvips, frame by frame.</summary>
public sealed class AnimationEncoderTests
{
    private static readonly Picture[] Frames = [Plain(250, 0, 0), Plain(0, 250, 0), Plain(0, 0, 250)];
    private static readonly int[] Delays = [40, 80, 1000];

    [Theory]
    [InlineData("gif")]
    [InlineData("webp")]
    public void Each_frame_stands_in_its_place_for_its_time_and_the_whole_repeats(string form)
    {
        var file = form == "gif" ? AnimationEncoder.Gif(Frames, Delays) : AnimationEncoder.WebP(Frames, Delays);

        using var strip = Image.NewFromBuffer(file, kwargs: new VOption { ["n"] = -1 });
        Assert.Equal((16, 36, 12), (strip.Width, strip.Height, (int)strip.Get("page-height")));
        Assert.Equal(Delays, (int[])strip.Get("delay"));
        Assert.Equal(0, (int)strip.Get("loop"));
        for (var i = 0; i < 3; i++)
        {
            var pixel = strip.Getpoint(8, (12 * i) + 6);
            Assert.All(Enumerable.Range(0, 3), band => Assert.InRange(pixel[band], band == i ? 225 : 0, band == i ? 255 : 25));
        }
    }

    [Fact]
    public void Frames_of_different_sizes_or_too_few_delays_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AnimationEncoder.Gif([Frames[0], new Picture(4, 4, new byte[48])], [1, 2]));
        Assert.Throws<ArgumentException>(() => AnimationEncoder.WebP(Frames, [1, 2]));
        Assert.Throws<ArgumentException>(() => AnimationEncoder.WebP([], []));
    }

    private static Picture Plain(byte red, byte green, byte blue) =>
        new(16, 12, [.. Enumerable.Range(0, 16 * 12).SelectMany(_ => new[] { red, green, blue })]);
}
