using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components;

/// <summary>The playground of a technique that lays maps over the picture; DeepDream's options stand in for its own.</summary>
public sealed class MapPlaygroundTests : ComponentContext
{
    private readonly JSRuntimeInvocationHandler _draw, _look;

    public MapPlaygroundTests()
    {
        var module = JSInterop.SetupModule("./Components/Frames/MapCanvas.razor.js");
        module.SetupVoid("attach", _ => true).SetVoidResult();
        (_draw = module.SetupVoid("draw", _ => true)).SetVoidResult();
        (_look = module.SetupVoid("look", _ => true)).SetVoidResult();
        RenderPopovers();
    }

    [Fact]
    public async Task Its_stage_shows_maps_and_their_view_changes_without_a_run()
    {
        var page = Show();
        await Until(() => Runs.Watchers == 1);
        Runs.Show(1, Map("cat"), Map("dog"));
        await page.WaitForElementsAsync("[data-testid=map-tile]", 2);

        await page.WaitForElement("[data-testid=map-scale-common]").ChangeAsync("on");

        await Until(() => _look.Invocations.Count == 1);
        Assert.True(((MapLook)_look.Invocations.Single().Arguments[1]!).Common);
        Assert.Empty(Runs.Started);
        Assert.Single(_draw.Invocations);
    }

    [Fact]
    public async Task The_view_is_kept_from_page_to_page()
    {
        await Show().Find("[data-testid=colours-magma]").ChangeAsync("on");
        await DisposeComponentsAsync();
        RenderPopovers();

        Assert.True(Show().Find("[data-testid=colours-magma]").HasAttribute("checked"));
    }

    [Fact]
    public async Task A_class_pressed_among_the_predictions_is_explained_at_once()
    {
        var page = Show();

        await page.Find("[data-testid=prediction-7]").ClickAsync();

        Assert.Equal(7, Assert.IsType<DeepDreamOptions>(Assert.Single(Runs.Started).Options).Channel);
    }

    [Fact]
    public void Without_an_objective_there_is_no_chart() => Assert.Empty(Show().FindAll(".chart"));

    private IRenderedComponent<Playground<DeepDreamOptions>> Show()
    {
        Runs.Known["abc"] = FakeRunService.Running("abc") with
        {
            State = RunState.Completed,
            Curves = new Dictionary<string, IReadOnlyList<double>>(),
            Predictions = [new Prediction(7, "cat", 3, 0.9)],
        };
        Services.GetRequiredService<NavigationManager>().NavigateTo("deepdream?run=abc");
        return Render<Playground<DeepDreamOptions>>(with => with
            .Add(p => p.Technique, "deepdream")
            .Add(p => p.Title, "Maps")
            .Add(p => p.Lead, "See where.")
            .Add(p => p.Networks, [SomeNetworks.Small])
            .Add(p => p.Fit, (options, _) => options)
            .Add(p => p.ShowsMaps, true)
            .Add(p => p.ChooseClass, (options, number) => options with { Channel = number })
            .Add(p => p.Editor, _ => _ => { }));
    }

    private static HeatMap Map(string title) => new(title, new FloatArray([1, 2], [1, 2]));
}
