using CnnVis.Core.Training;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Lab;

public class BatchMakerTests
{
    [Fact]
    public void Pictures_come_as_they_are_with_their_classes()
    {
        using var scope = NewDisposeScope();
        var pictures = Counting(channels: 3);

        var (images, classes) = new BatchMaker(pictures).Make([2, 0], new SplitMix(0));

        Assert.Equal([2, 3, 4, 4], images.shape);
        Assert.Equal(pictures[2].ToArray().Select(value => value / 255f), images[0].flatten().data<float>());
        Assert.Equal([2L, 0], classes.data<long>());
    }

    [Fact]
    public void Grey_pictures_fill_three_planes()
    {
        using var scope = NewDisposeScope();
        var pictures = Counting(channels: 1);

        var (images, _) = new BatchMaker(pictures).Make([1], new SplitMix(0));

        Assert.All(Enumerable.Range(0, 3), plane =>
            Assert.Equal(pictures[1].ToArray().Select(value => value / 255f), images[0, plane].flatten().data<float>()));
    }

    [Fact]
    public void About_half_are_mirrored_and_the_others_are_not()
    {
        using var scope = NewDisposeScope();
        var (images, _) = new BatchMaker(Counting(channels: 3), mirror: true).Make(new int[200], new SplitMix(1));
        var plain = new BatchMaker(Counting(channels: 3)).Make([0], new SplitMix(0)).Images[0];

        var mirrored = images.eq(plain.flip(2)).all(dim: 3).all(dim: 2).all(dim: 1).sum().item<long>();
        var unchanged = images.eq(plain).all(dim: 3).all(dim: 2).all(dim: 1).sum().item<long>();

        Assert.Equal(200, mirrored + unchanged);
        Assert.InRange(mirrored, 80, 120);
    }

    [Fact]
    public void Shifted_pictures_repeat_their_edge_and_every_shift_comes()
    {
        using var scope = NewDisposeScope();
        var pictures = Counting(channels: 3);
        var (images, _) = new BatchMaker(pictures, shift: 1).Make(new int[200], new SplitMix(1));
        var plane = Enumerable.Range(0, 4).Select(row => pictures[0].Slice(4 * row, 4).ToArray()).ToArray();

        var seen = Enumerable.Range(0, 200).Select(i => string.Join(' ', images[i, 0].flatten().data<float>().Select(v => Math.Round(v * 255)))).ToHashSet();
        var shifts = from down in Enumerable.Range(-1, 3) from right in Enumerable.Range(-1, 3) select string.Join(' ',
            from y in Enumerable.Range(0, 4) from x in Enumerable.Range(0, 4) select plane[Math.Clamp(y + down, 0, 3)][Math.Clamp(x + right, 0, 3)]);

        Assert.Equal(shifts.Order(), seen.Order());
    }

    private static LabelledPictures Counting(int channels)
    {
        var pictures = new LabelledPictures(3, channels, 4);
        for (var i = 0; i < pictures.Pixels.Length; i++)
        {
            pictures.Pixels[i] = (byte)i;
        }

        (pictures.Classes[0], pictures.Classes[1], pictures.Classes[2]) = (0, 1, 2);
        return pictures;
    }
}
