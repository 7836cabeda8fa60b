using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>A result goes from one person to another.</summary>
[Collection(nameof(Support.Browser))]
public sealed class ShareJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task A_link_opened_in_a_fresh_profile_shows_the_result_and_replays_it()
    {
        var maker = await browser.OpenAsync("/deepdream");
        await maker.GetByTestId("run").ClickAsync();
        await Expect(maker.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        var link = await maker.GetByTestId("share").GetAttributeAsync("href");

        var visitor = await browser.OpenAsync($"/{link}");
        await Expect(visitor.Locator("h1")).ToHaveTextAsync("DeepDream");
        await Expect(visitor.GetByTestId("stage-canvas")).ToHaveAttributeAsync("data-step", "40");
        // More frames than the last one were drawn, and the last one stays.
        await visitor.WaitForFunctionAsync("() => Number(document.querySelector('[data-testid=stage-canvas]').dataset.frames) > 3");
        await Expect(visitor.GetByTestId("timeline-step")).ToHaveTextAsync("result");
        await Expect(visitor.GetByTestId("delete")).ToHaveCountAsync(0);

        await visitor.GetByTestId("open-playground").ClickAsync();
        await Expect(visitor.GetByTestId("run-state")).ToHaveTextAsync("Finished");
    }

    [Fact]
    public async Task A_frame_that_is_scrubbed_to_can_be_dreamt_on_and_a_run_deleted()
    {
        var page = await browser.OpenAsync("/deepdream");
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await Expect(page.GetByTestId("timeline-step")).ToHaveTextAsync("result"); // it may have been computed before, and be replayed
        await page.GetByTestId("timeline-slider").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.GetByTestId("stage-canvas")).ToHaveAttributeAsync("data-step", "38");

        var first = await page.GetByTestId("share").GetAttributeAsync("href");
        await page.GetByTestId("fork").ClickAsync();
        await Expect(page.GetByTestId("forked")).ToContainTextAsync("step 38");
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("share")).Not.ToHaveAttributeAsync("href", first!); // "Finished" might still be the first one's
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");

        await page.GotoAsync("/" + await page.GetByTestId("share").GetAttributeAsync("href"));
        await page.GetByTestId("delete").ClickAsync();
        await page.GetByTestId("delete-surely").ClickAsync();
        await Expect(page.GetByTestId("problem")).ToContainTextAsync("It was deleted");
    }
}
