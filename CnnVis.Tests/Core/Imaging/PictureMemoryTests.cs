using CnnVis.Core;
using CnnVis.Core.Imaging;
using NetVips;
using static CnnVis.Tests.Core.Imaging.TestPictures;

namespace CnnVis.Tests.Core.Imaging;

// The counter is the process's: nobody else may use libvips meanwhile.
[CollectionDefinition(nameof(PictureMemoryTests), DisableParallelization = true)]
[Collection(nameof(PictureMemoryTests))]
public class PictureMemoryTests
{
    [Fact]
    public void Libvips_gives_all_pixels_back_after_pictures_good_and_bad()
    {
        var good = File(Pattern(1500, 1000), image => image.JpegsaveBuffer());
        var bad = good[..(good.Length / 2)];
        DecodeBoth(good, bad);
        var before = Stats.Mem;
        for (var i = 0; i < 25; i++)
        {
            DecodeBoth(good, bad);
        }

        // A worker thread may still be letting go of one picture's two megabytes; a leak would hold fifty.
        Assert.InRange(Stats.Mem - before, long.MinValue, 10_000_000);
    }

    private static void DecodeBoth(byte[] good, byte[] bad)
    {
        PictureEncoder.WebP(PictureDecoder.Decode(good, maxSide: 256));
        Assert.Throws<InvalidPictureException>(() => PictureDecoder.Decode(bad));
    }
}
