using CnnVis.Core.Attribution;

namespace CnnVis.Tests.Core.Attribution;

/// <summary>Boxes of a picture in the square in its middle: of 300 x 100 pixels, those from 100 to 200.</summary>
public sealed class KnownBoxTests
{
    [Theory]
    [InlineData(120, 10, 50, 30, 0.2, 0.1, 0.5, 0.3)]
    [InlineData(80, 0, 70, 100, 0, 0, 0.5, 1)]
    [InlineData(150, 90, 150, 10, 0.5, 0.9, 0.5, 0.1)]
    public void What_the_square_cuts_off_is_not_seen(
        int left, int top, int width, int height, double seenLeft, double seenTop, double seenWidth, double seenHeight)
    {
        var seen = Box(left, top, width, height).InSquare(300, 100)!.Box;

        Assert.Equal(seenLeft, seen.Left, 1e-12);
        Assert.Equal(seenTop, seen.Top, 1e-12);
        Assert.Equal(seenWidth, seen.Width, 1e-12);
        Assert.Equal(seenHeight, seen.Height, 1e-12);
    }

    [Fact]
    public void Of_an_upright_picture_the_upper_and_lower_parts_are_cut_off() =>
        Assert.Equal(new Box(0.25, 0, 0.5, 0.5), Box(25, 50, 50, 100).InSquare(100, 300)!.Box);

    [Theory, InlineData(0, 100), InlineData(200, 100)]
    public void An_object_outside_of_it_is_not_seen(int left, int width) => Assert.Null(Box(left, 0, width, 100).InSquare(300, 100));

    [Theory]
    [InlineData("cup", true)]
    [InlineData("mixing bowl, coffee mug", true)]
    [InlineData("cupboard", false)]
    public void A_class_may_have_several_names_in_one(string className, bool isOf) =>
        Assert.Equal(isOf, new SeenObject(["cup", "coffee mug"], new Box(0, 0, 1, 1)).IsOf(className));

    private static KnownBox Box(int left, int top, int width, int height) => new(["dog"], left, top, width, height);
}
