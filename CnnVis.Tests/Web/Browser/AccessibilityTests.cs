using System.Reflection;
using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Components;
using CnnVis.Web.Runs;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CnnVis.Tests.Web.Browser;

/// <summary>WCAG 2.2 AA, and what is good practice beside it, as far as a program can tell: on every page there is, with light and dark colours, on a desk and on a telephone.</summary>
[Collection(nameof(Support.Browser))]
public sealed class AccessibilityTests(Support.Browser browser)
{
    private const string Maker = "somebody";

    private const int Narrowest = 320; // that all must fit

    private static readonly AxeRunOptions Standards = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new() { ["region"] = new() { Enabled = false } }, // MudBlazor's lists open beside all landmarks
        ResultTypes = [ResultType.Violations],
    };

    // MudBlazor gets its colours from the server, after the rest of the page.
    private const string Coloured = """
        dark => {
          const root = getComputedStyle(document.documentElement);
          const digits = colour => String(colour.match(/\d+/g)?.slice(0, 3));
          const mud = root.getPropertyValue("--mud-palette-background");
          return root.colorScheme === (dark ? "dark" : "light")
            && (mud === "" || digits(mud) === digits(getComputedStyle(document.body).backgroundColor));
        }
        """;

    // An address for each route that has parameters.
    private static readonly Dictionary<string, Func<AccessibilityTests, Task<string>>> Examples = new()
    {
        ["/r/{Id}"] = async tests => $"/r/{await tests.Dream()}",
        ["/embed/{Id}"] = async tests => $"/embed/{await tests.Dream()}",
        ["/room/{Code}"] = tests => Task.FromResult($"/room/{tests.Rooms.Open("a teacher")}"), // whose door a stranger sees
    };

    /// <summary>Every page's first route.</summary>
    public static TheoryData<string> Routes =>
        [.. typeof(App).Assembly.GetTypes().Select(type => type.GetCustomAttributes<RouteAttribute>().FirstOrDefault()?.Template).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_page_keeps_the_standards(string route) => await Check(await AddressOf(route));

    [Fact]
    public async Task What_does_not_would_be_found()
    {
        var page = await browser.OpenAsync("/about");
        await page.Locator(".shell").WaitForAsync();
        Assert.Empty(await FaultsOf(page));

        await page.EvaluateAsync("""() => { document.documentElement.lang = ""; document.querySelector("main").innerHTML = "<img src='favicon.svg'><p style='color: #aaa; background: #fff'>pale</p>"; }""");

        Assert.Equal(["color-contrast", "html-has-lang", "image-alt", "page-has-heading-one"], (await FaultsOf(page)).Select(fault => fault.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/r/none")]
    [InlineData("/deepdream?run=none")]
    public Task So_does_one_that_says_what_went_wrong(string address) => Check(address);

    [Fact]
    public async Task So_does_a_dream_with_all_its_parts_opened() => await Check($"/deepdream?run={await Dream()}", async page =>
    {
        await page.GetByTestId("compare-start").ClickAsync();
        await page.GetByTestId("cut").WaitForAsync();
        await OpenAll(page);
    });

    [Fact]
    public async Task So_do_maps_with_boxes_and_conventions() => await Check($"/gap?run={await Finished("gap", new GapOptions())}", async page =>
    {
        await page.GetByTestId("map-boxes-show").CheckAsync(new() { Force = true });
        await OpenAll(page);
        await page.GetByTestId("convention").First.WaitForAsync();
    });

    [Fact]
    public async Task So_do_stages_side_by_side()
    {
        var (one, other) = (await Finished("grad-cam", new GradCamOptions()), await Finished("grad-cam", new GradCamOptions { Method = CamMethod.LayerCam }));
        await Check($"/grad-cam?run={one},{other}", page => page.GetByTestId("map-tile").Nth(1).WaitForAsync());
    }

    [Fact]
    public async Task So_does_the_lab_after_a_training()
    {
        var training = await Finished("gap-lab", new GapLabOptions { TrainingPictures = 200, Epochs = 1 });
        await Check($"/lab?run={training}", page => page.GetByTestId("confusion").WaitForAsync());
    }

    [Fact]
    public async Task So_does_the_gallery_with_something_in_it()
    {
        browser.Services.GetRequiredService<IRunService>().Publish(await Dream(), published: true, Maker);
        await Check("/gallery", page => page.GetByTestId("tile").First.WaitForAsync());
    }

    [Fact]
    public Task So_does_an_open_list() => Check("/neuron", async page =>
    {
        await page.GetByTestId("network-picker").ClickAsync();
        await page.Locator(".mud-popover-open").WaitForAsync();
    });

    [Fact]
    public Task So_does_the_dialog_of_a_lost_connection() => Check("/about", page => page.EvaluateAsync(
        """
        () => {
          const dialog = document.getElementById("components-reconnect-modal");
          dialog.classList.add("components-reconnect-failed");
          dialog.showModal();
        }
        """));

    [Fact]
    public Task So_does_a_room() => Check("/", async page =>
    {
        await page.GetByTestId("open-room").ClickAsync();
        await page.GetByTestId("students").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await OpenAll(page);
    });

    [Fact]
    public Task So_do_its_tasks() => Check("/", async page =>
    {
        await page.GetByTestId("open-room").ClickAsync();
        await page.GetByTestId("view-tasks").ClickAsync();
        await page.GetByTestId("lesson-chooser").GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByTestId("lesson-now").WaitForAsync();
    });

    [Theory]
    [InlineData("class", "teacher-screen")]
    [InlineData("wall", "post")]
    [InlineData("tasks", "question")]
    public async Task So_does_what_a_student_sees(string part, string thing)
    {
        const string teacher = "a teacher";
        var (code, run) = (Rooms.Open(teacher), await Dream());
        Rooms.Do(code, new Teach(Classrooms.Lessons.LessonDraftTests.Rich), teacher);
        Rooms.Do(code, new ShowScreen(new Screen("DeepDream", $"deepdream?run={run}", [new ScreenPicture(run, "two octaves")]), "window"), teacher);
        Rooms.Do(code, new PostRun(run, "DeepDream", "two octaves"), teacher);
        await Check($"/join/{code}", async page =>
        {
            await page.GetByTestId("join-name").FillAsync("Ada");
            await page.GetByTestId("join").ClickAsync();
            await page.GetByTestId($"view-{part}").ClickAsync();
            await page.GetByTestId(thing).First.WaitForAsync();
            await OpenAll(page);
        });
    }

    // Axe's way for pages without foreign frames. The newer one sends all that is right through the browser twice, and takes twice as long.
#pragma warning disable CS0618
    private static async Task<IEnumerable<string>> FaultsOf(IPage page) => (await page.Locator("html").RunAxeLegacy(Standards)).Violations
        .SelectMany(fault => fault.Nodes.Select(node => $"{fault.Id}: {fault.Help}: {node.Target} {node.Html}"));
#pragma warning restore CS0618

    private static async Task OpenAll(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");

    // One page load for all four looks.
    private async Task Check(string address, Func<IPage, Task>? prepare = null)
    {
        var page = await browser.OpenAsync("about:blank");
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // no colour on its way to another one
        await page.GotoAsync(new Uri(browser.Address, address).ToString());
        await page.Locator(".shell").WaitForAsync();
        await (prepare?.Invoke(page) ?? Task.CompletedTask);

        var faults = new List<string>();
        foreach (var (width, colours) in Looks)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.WaitForFunctionAsync(Coloured, colours == ColorScheme.Dark);
            faults.AddRange((await FaultsOf(page)).Select(fault => $"{width} px, {colours}: {fault}"));
        }

        await page.SetViewportSizeAsync(Narrowest, 800);
        var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        faults.AddRange(needed > Narrowest ? [$"{Narrowest} px: it needs {needed} (WCAG 1.4.10, reflow)"] : []);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    private static IEnumerable<(int Width, ColorScheme Colours)> Looks =>
        from width in new[] { 1280, 390 } from colours in new[] { ColorScheme.Light, ColorScheme.Dark } select (width, colours);

    private async Task<string> AddressOf(string route)
    {
        if (!route.Contains('{', StringComparison.Ordinal))
        {
            return route;
        }

        Assert.True(Examples.ContainsKey(route), $"The page {route} is not looked at: give {nameof(AccessibilityTests)}.{nameof(Examples)} an address of it.");
        return await Examples[route](this);
    }

    private IRoomService Rooms => browser.Services.GetRequiredService<IRoomService>();

    private Task<string> Dream() => Finished("deepdream", new DeepDreamOptions { Octaves = 2, Steps = 3 });

    // Who asks for the same again gets the same run.
    private async Task<string> Finished(string technique, TechniqueOptions options)
    {
        var (runs, cancellation) = (browser.Services.GetRequiredService<IRunService>(), TestContext.Current.CancellationToken);
        var picture = options is GapLabOptions ? null : browser.Services.GetRequiredService<IPictureStore>().Samples[0].Id;
        var id = runs.Start(new RunSpec(technique, picture is null ? null : "builtin", picture, options), visitor: Maker);
        await foreach (var _ in runs.FollowAsync(id, cancellation))
        {
            // Until it has ended.
        }

        return id;
    }
}
