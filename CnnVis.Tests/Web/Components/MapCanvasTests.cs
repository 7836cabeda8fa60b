using Bunit;
using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

public sealed class MapCanvasTests : ComponentContext
{
    private readonly JSRuntimeInvocationHandler _attach, _draw, _look;
    private readonly List<MapSet> _told = [];

    public MapCanvasTests()
    {
        var module = JSInterop.SetupModule("./Components/Frames/MapCanvas.razor.js");
        (_attach = module.SetupVoid("attach", _ => true)).SetVoidResult();
        (_draw = module.SetupVoid("draw", _ => true)).SetVoidResult();
        (_look = module.SetupVoid("look", _ => true)).SetVoidResult();
    }

    [Fact]
    public async Task Before_the_first_map_the_bare_picture_is_drawn()
    {
        var canvas = await Watch();
        Runs.Show(0);

        await Drawn(1);

        Assert.Single(canvas.FindAll("[data-testid=map-picture]"));
        Assert.Empty(canvas.FindAll("figure"));
    }

    [Fact]
    public async Task The_script_gets_the_colour_tables_once_and_every_map_raw()
    {
        await Watch();
        Runs.Show(1, Map("cat", 0.25f, -1));
        await Drawn(1);
        Runs.Show(2, Map("cat", 0.5f, -2));
        await Drawn(2);

        var tables = Assert.IsAssignableFrom<IReadOnlyList<MapLook.Table>>(Assert.Single(_attach.Invocations).Arguments[1]);
        Assert.Equal(ColourMap.All.Select(map => (map.Id, 768)), tables.Select(table => (table.Id, table.Rgb.Length)));
        Assert.Equal([.. BitConverter.GetBytes(0.5f), .. BitConverter.GetBytes(-2f)], Maps(1)[0].Values);
    }

    [Fact]
    public async Task Maps_that_appear_step_by_step_get_tiles_before_they_are_drawn()
    {
        var canvas = await Watch();
        Runs.Show(1, Map("cat", 1));
        await Drawn(1);
        Assert.Equal(["cat"], Titles(canvas));

        Runs.Show(2, Map("cat", 1), Map("dog", 2));
        await Drawn(2);

        Assert.Equal(["cat", "dog"], Titles(canvas));
        Assert.Equal([new MapSet(1, false), new MapSet(2, false)], _told);
    }

    [Theory]
    [InlineData(1, 1), InlineData(2, 2), InlineData(3, 3), InlineData(4, 2), InlineData(6, 3), InlineData(12, 4)]
    public async Task Tiles_stand_in_a_calm_grid(int maps, int columns)
    {
        var canvas = await Watch();

        Runs.Show(1, [.. Enumerable.Repeat(Map("cat", 1), maps)]);
        await Drawn(1);

        Assert.Contains($"--columns: {columns};", canvas.Find("[data-testid=map-canvas]").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_of_zeros_says_what_its_note_says()
    {
        var canvas = await Watch();

        Runs.Show(1, Map("cat", 0, 0) with { Note = "features.3 says nothing" }, Map("dog", 0), Map("bird", 1) with { Note = "logit 3" });
        await Drawn(1);

        Assert.Equal(["features.3 says nothing", "nothing in this layer speaks for this class"],
            canvas.FindAll("[data-testid=map-nothing]").Select(words => words.TextContent));
        Assert.Equal("logit 3", canvas.Find(".note").TextContent);
    }

    [Fact]
    public async Task Where_maps_come_and_go_one_of_zeros_keeps_its_note_and_says_nothing()
    {
        var canvas = await Watch();
        canvas.Render(with => with.Add(c => c.TellsNothing, false));

        Runs.Show(1, Map("cat", 0, 0) with { Note = "9 %" });
        await Drawn(1);

        Assert.Equal("9 %", canvas.Find(".note").TextContent);
        Assert.Empty(canvas.FindAll("[data-testid=map-nothing]"));
    }

    [Fact]
    public async Task Another_view_reaches_the_script_without_a_new_frame()
    {
        var canvas = await Watch();
        Runs.Show(1, Map("cat", -1, -2));
        await Drawn(1);

        canvas.Render(with => with.Add(c => c.View, new MapView { Opacity = 0.3, Relu = true, Resize = MapResize.BilinearAligned }));

        var look = Assert.IsType<MapLook>(Assert.Single(_look.Invocations).Arguments[1]);
        Assert.Equal((0.3, true, "bilinear-aligned", "overlay"), (look.Opacity, look.Relu, look.Resize, look.Mode));
        Assert.Equal("nothing here is above zero", canvas.Find("[data-testid=map-nothing]").TextContent);
        Assert.Single(_draw.Invocations);
    }

    [Theory]
    [InlineData(1, 3, "Missed 25 % of the heat in the box")]
    [InlineData(3, 1, "Hit 75 % of the heat in the box")]
    public async Task With_boxes_shown_a_map_of_a_known_objects_class_plays_the_pointing_game(float left, float right, string outcome)
    {
        var canvas = await Watch(new SeenObject(["cat"], new Box(0, 0, 0.5, 1)));
        Runs.Show(1, Map("cat", left, right) with { Class = "cat" }, Map("dog", left, right) with { Class = "dog" });
        await Drawn(1);
        Assert.Empty(canvas.FindAll("[data-testid=box], [data-testid=map-game]"));

        canvas.Render(with => with.Add(c => c.View, new MapView { Boxes = true }));

        Assert.Equal(outcome, Assert.Single(canvas.FindAll("[data-testid=map-game]")).TextContent);
        Assert.Equal(2, canvas.FindAll("[data-testid=box]").Count);
        Assert.Equal([new MapSet(2, false, HasBoxes: true)], _told);
    }

    [Fact]
    public void Maps_with_a_sign_take_the_diverging_colours_unless_others_were_chosen()
    {
        var (usual, chosen) = (MapLook.Of(new MapView()), MapLook.Of(new MapView { Colours = "magma" }));

        Assert.Equal(new("inferno", "by-max", "percentile99"), usual.Unsigned);
        Assert.Equal(new("blue-red", "symmetric", "percentile99"), usual.Signed);
        Assert.Equal(("magma", "magma"), (chosen.Unsigned.Colours, chosen.Signed.Colours));
    }

    [Fact]
    public async Task A_kept_frame_is_shown_instead_of_the_newest_until_that_is_wanted_again()
    {
        var canvas = await Watch();
        Runs.Frames["run-1@4"] = new Frame(4, 40, Support.Pictures.Soft(4, 4), new Dictionary<string, double>()) { Maps = [Map("cat", 4)] };
        Runs.Show(9, Map("cat", 9));
        await Drawn(1);

        canvas.Render(with => with.Add(c => c.KeptStep, 4));
        await Drawn(2);
        canvas.Render(with => with.Add(c => c.KeptStep, null));
        await Drawn(3);

        Assert.Equal([9, 4, 9], _draw.Invocations.Select(draw => draw.Arguments[3]).Cast<int>());
        Assert.Equal([1, 2, 3], _draw.Invocations.Select(draw => draw.Arguments[6]).Cast<int>());
    }

    [Fact]
    public async Task Leaving_the_page_ends_the_watch()
    {
        await Watch();

        await DisposeComponentsAsync();

        await Until(() => Runs.Watchers == 0);
    }

    private async Task<IRenderedComponent<MapCanvas>> Watch(params SeenObject[] objects)
    {
        var canvas = Render<MapCanvas>(with => with
            .Add(c => c.RunId, "run-1").Add(c => c.Label, "Grad-CAM").Add(c => c.Objects, objects).Add(c => c.OnMaps, _told.Add));
        await Until(() => Runs.Watchers == 1);
        return canvas;
    }

    private Task Drawn(int frames) => Until(() => _draw.Invocations.Count >= frames);

    private IReadOnlyList<EncodedMap> Maps(int draw) => (IReadOnlyList<EncodedMap>)_draw.Invocations.ElementAt(draw).Arguments[4]!;

    private static HeatMap Map(string title, params float[] values) => new(title, new FloatArray([1, values.Length], values));

    private static IEnumerable<string> Titles(IRenderedComponent<MapCanvas> canvas) =>
        canvas.FindAll("figcaption strong").Select(title => title.TextContent);
}
