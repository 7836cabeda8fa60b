using Bunit;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

public sealed class MapControlsTests : ComponentContext
{
    private MapView? _changed;

    [Fact]
    public async Task The_opacity_follows_the_finger()
    {
        await Show().Find("[data-testid=map-opacity]").InputAsync("35");

        Assert.Equal(new MapView { Opacity = 0.35 }, _changed);
    }

    [Fact]
    public void Without_an_overlay_there_is_no_opacity_to_set() =>
        Assert.True(Show(new MapView { Mode = MapMode.Map }).Find("[data-testid=map-opacity]").HasAttribute("disabled"));

    [Fact]
    public async Task Map_or_picture_alone_is_a_choice()
    {
        await Show().Find("[data-testid=map-mode-picture]").ChangeAsync("on");

        Assert.Equal(MapMode.Picture, _changed?.Mode);
    }

    [Theory, InlineData(1, 0), InlineData(2, 1)]
    public void A_common_scale_is_offered_for_several_maps(int maps, int offers) =>
        Assert.Equal(offers, Show(maps: maps).FindAll("[data-testid=map-scale-common]").Count);

    [Fact]
    public async Task A_common_scale_is_chosen()
    {
        await Show(maps: 2).Find("[data-testid=map-scale-common]").ChangeAsync("on");

        Assert.True(_changed?.CommonScale);
    }

    [Theory, InlineData(false, 0), InlineData(true, 1)]
    public void Boxes_are_offered_where_some_are_known(bool known, int offers) =>
        Assert.Equal(offers, Show(hasBoxes: known).FindAll("[data-testid=map-boxes-show]").Count);

    [Fact]
    public async Task Boxes_are_hidden_until_they_are_asked_for()
    {
        var controls = Show(hasBoxes: true);
        Assert.True(controls.Find("[data-testid=map-boxes-hide]").HasAttribute("checked"));

        await controls.Find("[data-testid=map-boxes-show]").ChangeAsync("on");

        Assert.True(_changed?.Boxes);
    }

    [Fact]
    public async Task Colours_are_chosen_by_what_they_look_like_and_the_usual_ones_come_back()
    {
        var controls = Show(new MapView { Colours = "jet" });
        var magma = controls.Find("[data-testid=colours-magma] + .ramp").GetAttribute("style");
        Assert.Matches("#000004, .*, #fcfdbf", magma);

        await controls.Find("[data-testid=colours-magma]").ChangeAsync("on");
        Assert.Equal("magma", _changed?.Colours);
        await controls.Find("[data-testid=colours-usual]").ChangeAsync("on");
        Assert.Null(_changed?.Colours);
    }

    [Theory, InlineData(false, "inferno"), InlineData(true, "blue-red")]
    public void The_usual_swatch_shows_what_these_maps_get(bool hasSign, string id)
    {
        var controls = Show(hasSign: hasSign);

        Assert.Equal(ColourGradient.Of(ColourMap.Find(id)), controls.Find("[data-testid=colours-usual] + .ramp").GetAttribute("style"));
    }

    private IRenderedComponent<MapControls> Show(MapView? view = null, int maps = 1, bool hasSign = false, bool hasBoxes = false) =>
        Render<MapControls>(with => with
            .Add(c => c.View, view ?? new MapView())
            .Add(c => c.ViewChanged, changed => _changed = changed)
            .Add(c => c.Maps, new MapSet(maps, hasSign, hasBoxes)));
}
