using Bunit;
using CnnVis.Core.Attribution;
using CnnVis.Web.Components.Frames;

namespace CnnVis.Tests.Web.Components;

public sealed class BoxOverlayTests : ComponentContext
{
    private static readonly SeenObject Dog = new(["dog"], new Box(0.125, 0.25, 0.5, 0.375));
    private static readonly SeenObject Cat = new(["cat", "tabby"], new Box(0.5, 0, 0.5, 0.25));

    [Fact]
    public void Each_box_lies_where_its_object_is_and_bears_its_name()
    {
        var boxes = Show().FindAll("[data-testid=box]");

        Assert.Equal(["dog", "cat"], boxes.Select(box => box.TextContent));
        Assert.Equal("left: 12.5%; top: 25%; width: 50%; height: 37.5%", boxes[0].GetAttribute("style"));
    }

    [Fact]
    public void The_boxes_of_the_maps_class_stand_out() =>
        Assert.Equal("cat", Assert.Single(Show("tabby, tabby cat").FindAll(".own")).TextContent);

    [Fact]
    public void The_hottest_spot_is_marked_where_the_game_was_played()
    {
        Assert.Empty(Show().FindAll("[data-testid=spot]"));

        var spot = Show("dog", new PointingResult(0.0625, 0.5, IsHit: false, EnergyShare: 0.1)).Find("[data-testid=spot]");
        Assert.Equal("left: 6.25%; top: 50%", spot.GetAttribute("style"));
    }

    private IRenderedComponent<BoxOverlay> Show(string? className = null, PointingResult? game = null) =>
        Render<BoxOverlay>(with => with.Add(o => o.Objects, [Dog, Cat]).Add(o => o.Class, className).Add(o => o.Game, game));
}
