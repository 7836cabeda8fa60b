using CnnVis.Core.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training;

public class AdversaryTests
{
    [Fact]
    public void Pictures_move_uphill_by_no_more_than_the_radius()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var images = full([3, 3, 8, 8], 0.5);
        var slope = randn([3, 3, 8, 8], generator: random);

        var moved = new Adversary(0.4, random).Move(images, batch => (batch * slope).sum());

        var lengths = (moved - images).square().sum([1, 2, 3]).sqrt();
        Assert.All(lengths.data<float>().ToArray(), length => Assert.InRange(length, 0.3, 0.4001));
        Assert.All(((moved - images) * slope).sum([1, 2, 3]).data<float>().ToArray(), rise => Assert.True(rise > 0));
    }

    [Fact]
    public void Moved_pictures_stay_between_black_and_white()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);

        var moved = new Adversary(5, random).Move(ones(2, 3, 4, 4), batch => batch.sum());

        Assert.InRange(moved.max().ToDouble(), 0, 1);
        Assert.InRange(moved.min().ToDouble(), 0, 1);
    }
}
