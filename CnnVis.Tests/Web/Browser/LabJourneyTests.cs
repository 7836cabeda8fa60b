using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>A learner trains a network, looks back, draws for it, and shares it.</summary>
[Collection(nameof(Support.Browser))]
public sealed class LabJourneyTests(Support.Browser browser)
{
    private const string Maps = "() => [...document.querySelectorAll('[data-testid=strips] .surface canvas')].map(c => c.toDataURL()).join()";

    [Fact]
    public async Task A_network_is_trained_watched_looked_back_at_drawn_for_and_shared()
    {
        var page = await browser.OpenAsync("/lab");
        await Train(page, epochs: "2");

        // Curves and maps move while it learns.
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=chart-loss] .batch polyline')?.points.length > 1");
        var (before, points) = (await page.EvaluateAsync<string>(Maps), await Points(page));
        await page.WaitForFunctionAsync($"before => ({Maps})() !== before", before);
        await page.WaitForFunctionAsync(
            "points => document.querySelector('[data-testid=chart-loss] .batch polyline').points.length > points", points);
        await Expect(page.GetByTestId("map-tile")).ToHaveCountAsync(10);

        // At the end there is more to see.
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await Expect(page.GetByTestId("confusion").Locator("td")).ToHaveCountAsync(100);
        await Expect(page.GetByTestId("chart-pointing-game").Locator("[role=img]")).ToHaveAttributeAsync(
            "aria-label", new Regex("one shape .* %"));
        Assert.Equal(1280, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await LookBack(page);
        await Draw(page);
        await Share(page);
    }

    [Fact]
    public async Task On_a_phone_the_maps_come_first_and_the_page_fits()
    {
        var page = await browser.OpenAsync("/lab", 390, 844);
        await Train(page, epochs: "1");

        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.True((await page.GetByTestId("strips").BoundingBoxAsync())!.Y < (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).BoundingBoxAsync())!.Y);
    }

    private static async Task Train(IPage page, string epochs)
    {
        await page.GetByTestId("advanced").ClickAsync();
        await Set("training-pictures", "400");
        await Set("epochs", epochs);
        await page.GetByTestId("run").ClickAsync();

        async Task Set(string setting, string value)
        {
            await page.GetByTestId(setting).FillAsync(value);
            await page.GetByTestId(setting).PressAsync("Tab");
        }
    }

    private static Task<int> Points(IPage page) =>
        page.EvaluateAsync<int>("document.querySelector('[data-testid=chart-loss] .batch polyline').points.length");

    private static async Task LookBack(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=map-canvas]').dataset.step > 0");
        var last = await page.EvaluateAsync<string>(Maps);
        await page.GetByTestId("epoch").FocusAsync();
        await page.Keyboard.PressAsync("Home");

        await Expect(page.GetByTestId("map-canvas")).ToHaveAttributeAsync("data-step", "0");
        await Expect(page.GetByTestId("epoch-shown")).ToHaveTextAsync("epoch 0");
        await page.WaitForFunctionAsync($"last => ({Maps})() !== last", last);

        await page.GetByTestId("back-to-live").ClickAsync();
        await page.WaitForFunctionAsync($"last => ({Maps})() === last", last);
    }

    private static async Task Draw(IPage page)
    {
        var pad = page.GetByTestId("pad-canvas");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + (0.3f * box.Width), box.Y + (0.3f * box.Height));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (0.7f * box.Width), box.Y + (0.3f * box.Height), new() { Steps = 5 });
        await page.Mouse.MoveAsync(box.X + (0.5f * box.Width), box.Y + (0.7f * box.Height), new() { Steps = 5 });
        await page.Mouse.UpAsync();

        await Expect(page.GetByTestId("pad-epoch")).ToHaveTextAsync("The network of epoch 2 says so.");
        await Expect(page.GetByTestId("pad-map")).ToBeVisibleAsync();
    }

    private async Task Share(IPage page)
    {
        var other = await browser.OpenAsync(new Uri(page.Url).PathAndQuery);
        await Expect(other.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await Expect(other.GetByTestId("epochs")).ToHaveValueAsync("2");
        await Expect(other.GetByTestId("confusion")).ToHaveTextAsync((await page.GetByTestId("confusion").TextContentAsync())!);

        await other.GetByTestId("use-gap").ClickAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Where are the classes?");
        await other.GetByTestId("run").ClickAsync();
        await Expect(other.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await Expect(other.GetByTestId("run-subject")).ToContainTextAsync("lab-");
    }
}
