using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>A map beside the same of a network that has forgotten.</summary>
[Collection(nameof(Support.Browser))]
public sealed class SanityJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task A_trained_network_and_one_that_forgot_stand_side_by_side_and_the_link_finds_both_again()
    {
        var page = await browser.OpenAsync("/saliency?method=guided-backprop&target=3");
        await page.GetByTestId("compare").ClickAsync();
        await page.GetByTestId("random-from").ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("random from conv5 on").ClickAsync();
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");

        await page.ReloadAsync();

        await Expect(page.GetByTestId("choose-stage")).ToHaveTextAsync(
        [
            "Built-in: 122 drawings · guided-backprop · rabbit",
            "Built-in: 122 drawings, random from conv5 on · guided-backprop · rabbit",
        ]);
        await page.GetByTestId("choose-stage").Nth(1).ClickAsync();
        await Expect(page.GetByTestId("run-subject")).ToContainTextAsync("builtin-random-conv5");
    }
}
