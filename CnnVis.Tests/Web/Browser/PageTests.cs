using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

[Collection(nameof(Support.Browser))]
public sealed class PageTests(Support.Browser browser)
{
    [Theory]
    [InlineData("/deepdream", 1280)]
    [InlineData("/neuron", 1280)]
    [InlineData("/content", 1280)]
    [InlineData("/deepdream", 390)]
    [InlineData("/neuron", 390)]
    [InlineData("/content", 390)]
    public async Task A_page_fits_its_window_asks_no_other_host_and_logs_no_error(string address, int width)
    {
        var page = await browser.OpenAsync("about:blank", width);
        var hosts = new HashSet<string>();
        var errors = new List<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Host);
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);

        await page.GotoAsync(new Uri(browser.Address, address).ToString());
        await RunToTheEnd(page);

        Assert.Equal(["127.0.0.1"], hosts.Where(host => host.Length > 0));
        Assert.Empty(errors);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_reload_finds_the_run_again()
    {
        var page = await browser.OpenAsync("/neuron");
        await StartLong(page);

        await page.ReloadAsync();

        await page.WaitForFunctionAsync("() => +document.querySelector('[data-testid=stage-canvas]')?.dataset.frames > 1");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Running");
        await page.GetByTestId("stop").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Stopped");
    }

    [Fact]
    public async Task A_browser_that_goes_away_stops_its_run()
    {
        var page = await browser.OpenAsync("/neuron");
        var id = await StartLong(page);

        await page.CloseAsync();

        var runs = browser.Services.GetRequiredService<IRunService>();
        await foreach (var _ in Ticks())
        {
            if (runs.Describe(id).State == RunState.Cancelled)
            {
                return;
            }
        }

        Assert.Fail($"The run is still {runs.Describe(id).State}.");
    }

    [Fact]
    public async Task Everything_a_run_needs_can_be_done_from_the_keyboard()
    {
        var page = await browser.OpenAsync("/neuron");
        await AskForLong(page);
        await page.GetByTestId("run").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("pause")).ToBeFocusedAsync(); // it takes the focus once there is something to pause
        await page.EvaluateAsync("document.activeElement.blur()");

        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Paused");
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Running");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Stopped");
    }

    private static async Task RunToTheEnd(IPage page)
    {
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
    }

    private static async Task<string> StartLong(IPage page)
    {
        await AskForLong(page);
        await page.GetByTestId("run").ClickAsync();
        await page.WaitForFunctionAsync("() => location.search.startsWith('?run=')");
        return new Uri(page.Url).Query[5..];
    }

    // Minutes on any machine: longer than the grace, and than a test needs to press its keys.
    private static async Task AskForLong(IPage page)
    {
        await page.GetByTestId("advanced").ClickAsync();
        await Set("steps", "2000");
        await Set("size", "256");

        async Task Set(string setting, string value)
        {
            await page.GetByTestId(setting).FillAsync(value);
            await page.GetByTestId(setting).PressAsync("Tab");
        }
    }

    // One look every tenth of a second for half a minute; nothing tells a test when a run was cancelled.
    private static async IAsyncEnumerable<int> Ticks()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var tick = 0; tick < 300 && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken); tick++)
        {
            yield return tick;
        }
    }
}
