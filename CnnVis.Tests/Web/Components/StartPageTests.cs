using AngleSharp.Dom;
using Bunit;
using CnnVis.Web.Components.Pages;
using CnnVis.Web.Runs;
using CnnVis.Web.Showcase;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Components;

public sealed class StartPageTests : ComponentContext
{
    public StartPageTests()
    {
        Services.AddSingleton<Exhibition>();
        JSInterop.SetupModule("./Components/Frames/FrameCanvas.razor.js").SetupVoid("draw", _ => true).SetVoidResult();
    }

    [Fact]
    public void It_is_at_work_when_it_opens_and_leads_to_the_same_run()
    {
        var page = Render<StartPage>();

        Assert.Equal("deepdream", Assert.Single(Runs.Started).Technique);
        Assert.Equal("deepdream?run=run-1", page.Find("[data-testid=try]").GetAttribute("href"));
    }

    [Fact]
    public async Task Another_choice_shows_another_run()
    {
        var page = Render<StartPage>();

        await page.Find("[data-testid=exhibit-frog]").ClickAsync();

        Assert.Equal("neuron?run=run-2", page.Find("[data-testid=try]").GetAttribute("href"));
        Assert.Equal("true", page.Find("[data-testid=exhibit-frog]").GetAttribute("aria-pressed"));
        Assert.Equal("false", page.Find("[data-testid=exhibit-clouds]").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void When_too_many_wait_it_says_so_and_still_leads_on()
    {
        Runs.Refusal = new TooBusyException("runs", 8);

        var page = Render<StartPage>();

        Assert.Contains("All 8 places for runs are taken", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("deepdream", page.Find("[data-testid=try]").GetAttribute("href"));
    }

    [Fact]
    public void It_says_plainly_that_the_network_knows_drawings_and_how_to_get_another()
    {
        var note = Render<StartPage>().Find("[data-testid=honest]");

        Assert.Contains("never seen a photograph", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("about#photographs", note.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Every_way_has_a_picture_that_is_there() => Assert.All(
        Way.All,
        way => Assert.True(File.Exists(Path.Combine(Root(), "wwwroot-assets", "start", $"{way.Address}.jpg")), way.Address));

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "CnnVis.Web.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }
}
