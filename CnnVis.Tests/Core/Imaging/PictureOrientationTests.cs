using CnnVis.Core.Imaging;
using NetVips;
using static CnnVis.Tests.Core.Imaging.TestPictures;

namespace CnnVis.Tests.Core.Imaging;

public class PictureOrientationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Picture_comes_out_upright_whichever_way_the_camera_was_held(int orientation)
    {
        var upright = Pattern();
        var file = File(AsStored(upright, orientation), image => image
            .Mutate(m => m.Set(GValue.GIntType, "orientation", orientation))
            .JpegsaveBuffer(q: 95));
        AssertNear(upright, PictureDecoder.Decode(file), 4);
    }

    // From EXIF's own words: which side of the scene the file's first row shows, and which its first column.
    private static Picture AsStored(Picture scene, int orientation)
    {
        var (right, bottom) = (scene.Width - 1, scene.Height - 1);
        return orientation switch
        {
            1 => scene,                                                       // top, left
            2 => Create(48, 32, (x, y) => scene.At(right - x, y)),            // top, right
            3 => Create(48, 32, (x, y) => scene.At(right - x, bottom - y)),   // bottom, right
            4 => Create(48, 32, (x, y) => scene.At(x, bottom - y)),           // bottom, left
            5 => Create(32, 48, (x, y) => scene.At(y, x)),                    // left, top
            6 => Create(32, 48, (x, y) => scene.At(right - y, x)),            // right, top
            7 => Create(32, 48, (x, y) => scene.At(right - y, bottom - x)),   // right, bottom
            _ => Create(32, 48, (x, y) => scene.At(y, bottom - x)),           // left, bottom
        };
    }
}
