using CnnVis.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>Each technique's page, from opening it to its result, with default options, on two networks.</summary>
[Collection(nameof(Support.Browser))]
public sealed class SixTechniquesTests(Support.Browser browser)
{
    [Theory]
    [InlineData("neuron", "Built-in")]
    [InlineData("neuron", "SqueezeNet 1.1")]
    [InlineData("content", "Built-in")]
    [InlineData("content", "SqueezeNet 1.1")]
    [InlineData("deepdream", "Built-in")]
    [InlineData("deepdream", "SqueezeNet 1.1")]
    public async Task A_picture_grows_into_another_one(string address, string network)
    {
        var page = await OpenAsync(address, network);
        // Enough that a busy browser too sees the way there: a step takes a few milliseconds, or a few tens of them.
        await page.GetByTestId("steps").FillAsync((address, network) switch { ("deepdream", _) => "8", (_, "Built-in") => "300", _ => "80" });
        await page.GetByTestId("steps").PressAsync("Tab");
        await page.CollectFramesAsync();

        await RunAsync(page);

        await page.AtLeastFramesAsync(2);
    }

    [Theory]
    [InlineData("saliency", "Built-in")]
    [InlineData("saliency", "SqueezeNet 1.1")]
    [InlineData("gap", "Built-in")]
    [InlineData("gap", "SqueezeNet 1.1")]
    [InlineData("grad-cam", "Built-in")]
    [InlineData("grad-cam", "SqueezeNet 1.1")]
    public async Task A_map_lies_over_the_picture_and_can_be_taken_off(string address, string network)
    {
        var page = await OpenAsync(address, network);

        await RunAsync(page);

        var tiles = page.GetByTestId("map-tile");
        await Expect(tiles).ToHaveCountAsync(address == "gap" ? 4 : 1);
        var overlaid = await Canvas(page);
        await page.GetByTestId("map-mode-picture").CheckAsync(new() { Force = true });
        await page.WaitForFunctionAsync("before => document.querySelector('[data-testid=map-0]').toDataURL() !== before", overlaid);
        await Expect(page.Locator("[data-testid^=prediction-]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_methods_side_by_side_run_together_and_a_link_shows_both()
    {
        var page = await OpenAsync("grad-cam", "Built-in");
        await page.GetByTestId("compare").ClickAsync();
        await page.GetByTestId("method").ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("LayerCAM").ClickAsync();
        await Expect(page.GetByTestId("choose-stage").Last).ToContainTextAsync("layer-cam");
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

    private static async Task RunAsync(IPage page)
    {
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        Assert.Equal(0, await page.GetByTestId("problem").CountAsync());
    }

    // Drawn once the step of the last frame stands there.
    private static async Task<string> Canvas(IPage page)
    {
        await page.WaitForFunctionAsync("() => +document.querySelector('[data-testid=map-canvas]').dataset.step > 0");
        return await page.GetByTestId("map-0").EvaluateAsync<string>("canvas => canvas.toDataURL()");
    }
}
