using CnnVis.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>Each technique's page, from opening it to its result, with default options, on two networks.</summary>
[Collection(nameof(Support.Browser))]
public sealed class SixTechniquesTests(Support.Browser browser)
{
    public static IEnumerable<TheoryDataRow<string, string>> Pages =>
        from network in new[] { "Built-in", "SqueezeNet 1.1" }
        from page in new[] { "saliency", "neuron", "content", "deepdream", "gap", "grad-cam" }
        select new TheoryDataRow<string, string>(page, network);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_runs_to_a_result_that_differs_from_its_start(string address, string network)
    {
        var page = await OpenAsync(address, network);
        var shows = address is "saliency" or "gap" or "grad-cam" ? "[data-testid=map-canvas] canvas" : "[data-testid=stage-canvas]";
        await page.EvaluateAsync(Remember, shows);

        await page.GetByTestId("run").ClickAsync();

        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await page.WaitForFunctionAsync("() => window.seen.size >= 2"); // the start, and what became of it
        Assert.Equal(0, await page.GetByTestId("problem").CountAsync());
    }

    [Fact]
    public async Task Two_methods_side_by_side_run_together_and_a_link_shows_both()
    {
        var page = await OpenAsync("grad-cam", "Built-in");
        await page.GetByTestId("compare").ClickAsync();
        await page.GetByTestId("method").ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("LayerCAM").ClickAsync();
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");

        await page.GotoAsync(page.Url);

        await Expect(page.GetByTestId("stage-frame")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("choose-stage").Last).ToContainTextAsync("layer-cam");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('[data-testid=map-canvas][data-step=\"1\"]').length === 2");
    }

    private async Task<IPage> OpenAsync(string address, string network)
    {
        Assert.SkipWhen(network != "Built-in" && Shared.ModelsIfPresent() is null, "../shared/models is absent.");
        var page = await browser.OpenAsync($"/{address}");
        await page.GetByTestId("run").WaitForAsync();
        if (network != "Built-in")
        {
            await page.GetByTestId("network-picker").ClickAsync();
            await page.Locator(".mud-popover-open").GetByText(network).ClickAsync();
            await Expect(page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        }

        return page;
    }

    // From now on each different picture on the first canvas is remembered.
    private const string Remember =
        """
        selector => {
          window.seen = new Set();
          const look = () => {
            const canvas = document.querySelector(selector);
            if (canvas?.width && canvas.closest('[data-step]')) window.seen.add(canvas.toDataURL());
            requestAnimationFrame(look);
          };
          look();
        }
        """;
}
