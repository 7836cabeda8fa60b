using CnnVis.Core.Training.Drawings;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Drawings;

public class SpriteAtlasTests
{
    [Fact]
    public void A_class_without_a_drawing_is_named()
    {
        List<Sprite> sprites = [.. DrawingClass.All.Select((_, index) => index).Where(index => index != 1).Select(index => TestDrawings.Square(index, 100))];

        var problem = Assert.Throws<DrawingsException>(() => new SpriteAtlas(sprites));

        Assert.Contains("no drawing of \"cat\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_kept_for_testing_may_lack_classes()
    {
        using var atlas = new SpriteAtlas([TestDrawings.Square(5, 100)], partial: true);
        Assert.Equal(5, atlas.Classes.ToInt64());
    }

    [Fact]
    public void A_class_with_more_drawings_is_shown_more_often_but_not_in_proportion()
    {
        using var atlas = new SpriteAtlas([TestDrawings.Square(0, 1), .. Enumerable.Repeat(TestDrawings.Square(1, 1), 10)], partial: true);
        using var scope = NewDisposeScope();

        var share = atlas.Weights[1..].sum().ToDouble() / atlas.Weights[0].ToDouble();

        Assert.Equal(Math.Pow(10, 0.3), share, 4);
    }

    [Fact]
    public void A_smaller_sprite_keeps_its_colours_and_its_place()
    {
        using var atlas = new SpriteAtlas([TestDrawings.Square(0, 51)], partial: true);
        using var scope = NewDisposeScope();

        var sprite = atlas.At(tensor(new long[] { 0 }), 32);

        Assert.Equal([1, 4, 32, 32], sprite.shape);
        Assert.Equal(0.2, sprite[0, 0, 16, 16].ToDouble(), 3);
        Assert.Equal(1, sprite[0, 3, 16, 16].ToDouble());
        Assert.InRange(sprite[0, 3, 0, 16].ToDouble(), 0.4, 0.6); // two of the four rows below are empty
    }
}
