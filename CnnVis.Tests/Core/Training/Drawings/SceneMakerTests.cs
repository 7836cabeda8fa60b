using CnnVis.Core.Training.Drawings;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Drawings;

public sealed class SceneMakerTests : IDisposable
{
    private const int Count = 6, Side = 48;
    private static readonly SceneRules Pairs = new(Side, Level: 0, PairShare: 1);
    private readonly SpriteAtlas _white = TestDrawings.Squares(255), _black = TestDrawings.Squares(0);
    private readonly Backgrounds _grounds = new(12, seed: 1);
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose()
    {
        _scope.Dispose();
        _white.Dispose();
        _black.Dispose();
        _grounds.Dispose();
    }

    // The same scenes with white and with black drawings differ where the drawings are, and only there.
    [Fact]
    public void What_covers_a_pixel_is_where_the_objects_are_seen()
    {
        var (white, black) = (Make(_white, Pairs), Make(_black, Pairs));

        var differs = (white.Images - black.Images).amax([1], keepdim: true).gt(0.02);
        var covered = white.Objects[0].Cover.gt(0.02).logical_or(white.Objects[1].Cover.gt(0.02));

        Assert.Equal(covered.sum().ToInt64(), differs.sum().ToInt64(), tolerance: Count * Side / 4);
        Assert.Equal(0, differs.logical_and(DrawingExam.Box(Either(white)).eq(0).logical_and(Either(white).lt(0.01))).sum().ToInt64());
        Assert.InRange(differs.sum().ToDouble() / differs.numel(), 0.1, 0.6);
    }

    [Fact]
    public void A_box_holds_its_object_tightly()
    {
        var batch = Make(_white, Pairs);
        foreach (var shown in batch.Objects)
        {
            var (box, solid) = (DrawingExam.Box(shown.Cover), shown.Cover.gt(0.5));
            Assert.Equal(0, solid.logical_and(box.eq(0)).sum().ToInt64());
            Assert.True(solid.sum().ToDouble() > 0.6 * box.sum().ToDouble()); // turned by at most ten degrees
        }
    }

    [Fact]
    public void Two_objects_are_of_two_classes_and_share_the_target()
    {
        var batch = Make(_white, Pairs);

        var (one, two) = (Classes(batch, 0), Classes(batch, 1));

        for (var i = 0; i < Count; i++)
        {
            Assert.NotEqual(one[i], two[i]);
            Assert.Equal(0.5, batch.Targets[i, one[i]].ToDouble());
            Assert.Equal(0.5, batch.Targets[i, two[i]].ToDouble());
        }

        Assert.Equal(Count, batch.Targets.sum().ToDouble(), 5);
    }

    [Fact]
    public void A_single_object_has_the_whole_target()
    {
        var batch = Make(_white, Pairs with { PairShare = 0 });

        var classes = Classes(batch, 0);

        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal(1, batch.Targets[i, classes[i]].ToDouble()));
        Assert.False(batch.Objects[1].Present.any().ToBoolean());
        Assert.Equal(0, batch.Objects[1].Cover.max().ToDouble());
    }

    [Fact]
    public void The_same_seed_gives_the_same_scenes_and_another_one_others()
    {
        var hard = new SceneRules(Side, Level: 1, PairShare: 0.5, RestyleShare: 0.5, Bend: 0.1);
        var (one, same, other) = (Make(_white, hard), Make(_white, hard), Make(_white, hard, seed: 8));

        Assert.True(one.Images.equal(same.Images).all().ToBoolean());
        Assert.False(one.Images.equal(other.Images).all().ToBoolean());
        Assert.InRange(one.Images.min().ToDouble(), 0, 1);
        Assert.InRange(one.Images.max().ToDouble(), 0, 1);
    }

    private SceneBatch Make(SpriteAtlas atlas, SceneRules rules, ulong seed = 7)
    {
        using var random = new Generator(seed);
        return new SceneMaker(atlas, _grounds).Make(Count, rules, random);
    }

    private static Tensor Either(SceneBatch batch) => maximum(batch.Objects[0].Cover, batch.Objects[1].Cover);

    private static long[] Classes(SceneBatch batch, int which) => batch.Objects[which].Classes.data<long>().ToArray();
}
