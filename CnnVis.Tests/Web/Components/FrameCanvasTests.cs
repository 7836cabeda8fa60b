using Bunit;
using CnnVis.Core;
using CnnVis.Web.Components.Frames;

namespace CnnVis.Tests.Web.Components;

public sealed class FrameCanvasTests : ComponentContext
{
    private readonly JSRuntimeInvocationHandler _draw;

    public FrameCanvasTests()
    {
        var module = JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js");
        _draw = module.SetupVoid("draw", _ => true);
    }

    [Fact]
    public async Task A_frame_is_drawn_with_its_bytes_type_and_step()
    {
        await Watch();
        Runs.Show(7);

        await Drawn(7);
        var arguments = _draw.Invocations.First().Arguments;
        Assert.Equal(7, Assert.Single((byte[])arguments[1]!));
        Assert.Equal("image/webp", arguments[2] as string);
    }

    [Fact]
    public async Task While_a_draw_is_under_way_no_other_begins_and_then_comes_the_newest()
    {
        var canvas = await Watch();
        Runs.Show(1);
        await Drawn(1);
        Runs.Show(2);
        Runs.Show(3);
        Assert.Single(_draw.Invocations);

        await canvas.InvokeAsync(() => _draw.SetVoidResult());

        await Drawn(1, 3);
    }

    [Fact]
    public async Task Leaving_the_page_ends_the_watch()
    {
        await Watch();

        await DisposeComponentsAsync();

        await Until(() => Runs.Watchers == 0);
    }

    [Fact]
    public async Task A_lost_connection_ends_the_watch_and_its_return_begins_another()
    {
        var canvas = await Watch();

        await canvas.InvokeAsync(() => Presence.OnConnectionDownAsync(null!, default));
        await Until(() => Runs.Watchers == 0);
        await canvas.InvokeAsync(() => Presence.OnConnectionUpAsync(null!, default));

        await Until(() => Runs.Watchers == 1);
        Assert.Equal(2, Runs.WatchesSoFar);
    }

    [Fact]
    public async Task A_database_that_fails_ends_the_watch_and_not_the_page()
    {
        var canvas = await Watch();

        await canvas.InvokeAsync(() => Runs.Break(new InvalidDataSetException("The database is away.")));

        await Until(() => Runs.Watchers == 0);
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }

    private async Task<IRenderedComponent<FrameCanvas>> Watch()
    {
        var canvas = Render<FrameCanvas>(with => with
            .Add(c => c.RunId, "run-1").Add(c => c.Label, "A dream"));
        await Until(() => Runs.Watchers == 1);
        return canvas;
    }

    private async Task Drawn(params int[] steps)
    {
        await Until(() => _draw.Invocations.Count >= steps.Length);
        Assert.Equal(steps, _draw.Invocations.Select(call => (int)call.Arguments[3]!));
    }
}
