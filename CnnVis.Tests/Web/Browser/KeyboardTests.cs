using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>What needs more of the keyboard than the browser gives by itself.</summary>
[Collection(nameof(Support.Browser))]
public sealed class KeyboardTests(Support.Browser browser)
{
    [Theory]
    [InlineData("/about")]
    [InlineData("/gallery")]
    public async Task The_first_stop_leads_past_the_navigation(string address)
    {
        var page = await browser.OpenAsync(address);
        await page.Locator(".shell").WaitForAsync();
        await page.EvaluateAsync("document.activeElement.blur()"); // a page of the circuit puts it on its heading

        await page.GetByTestId("skip").FocusAsync();
        await Expect(page.GetByTestId("skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
        Assert.EndsWith(address, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drawing_is_made_with_arrows_and_space()
    {
        var page = await browser.OpenAsync("/lab?trainingPictures=200&epochs=1&go=1");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await page.GetByTestId("pad-canvas").FocusAsync();

        await page.Keyboard.PressAsync("Space");
        foreach (var arrow in new[] { "ArrowRight", "ArrowDown", "ArrowLeft" })
        {
            await page.GetByTestId("pad-canvas").PressAsync(arrow);
            await page.GetByTestId("pad-canvas").PressAsync(arrow);
        }

        await page.Keyboard.PressAsync("Space");

        await Expect(page.GetByTestId("pad-map")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("pad-said")).ToContainTextAsync("Most probable class: ");
    }

    [Fact]
    public async Task Arrows_on_a_map_go_from_cell_to_cell_and_are_heard()
    {
        var page = await browser.OpenAsync("/grad-cam?go=1");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        var map = page.GetByTestId("map-0");
        await map.ScrollIntoViewIfNeededAsync();
        await page.Keyboard.PressAsync("Tab"); // from now on the focus is seen
        await map.FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");

        await Expect(page.Locator("[data-readout]")).ToHaveAttributeAsync("aria-live", "polite");
        await Expect(page.Locator("[data-readout]")).ToContainTextAsync("row 6, column 7");
        await Expect(map).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("strongest .* % of the picture$"));
    }

    [Fact]
    public async Task Pause_keeps_the_focus_when_it_becomes_Resume()
    {
        var page = await browser.OpenAsync("/neuron?steps=2000&size=256&seed=55&go=1");
        await Expect(page.GetByTestId("pause")).ToBeEnabledAsync();
        await page.GetByTestId("pause").FocusAsync();

        await page.Keyboard.PressAsync("Space");

        await Expect(page.GetByTestId("resume")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Stopped");
    }
}
