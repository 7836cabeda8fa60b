using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>What a visitor meets first.</summary>
[Collection(nameof(Support.Browser))]
public sealed class StartJourneyTests(Support.Browser browser)
{
    private const string Moves = "() => +document.querySelector('[data-testid=stage-canvas]')?.dataset.frames > 2";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_start_page_is_at_work_without_a_click_and_leads_to_the_run_it_shows(int width)
    {
        var page = await browser.OpenAsync("/", width);
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);

        await page.WaitForFunctionAsync(Moves);
        await page.GetByTestId("exhibit-frog").ClickAsync();
        await Expect(page.GetByTestId("try")).ToHaveAttributeAsync("href", new Regex(@"^neuron\?run="));
        await page.WaitForFunctionAsync(Moves);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await page.GetByTestId("try").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/neuron\?run=[^&]+$"));
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        Assert.Empty(errors);
    }
}
