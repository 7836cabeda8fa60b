using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>From the network's map to a channel's own picture.</summary>
[Collection(nameof(Support.Browser))]
public sealed class LayerJourneyTests(Support.Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_visitor_chooses_a_layer_sees_its_channels_and_watches_one_s_picture_grow(int width)
    {
        var page = await browser.OpenAsync("/layers?network=builtin", width);
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);

        await page.GetByTestId("layer-relu3").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("chosen-layer")).ToHaveTextAsync("relu3");
        await Expect(page.Locator("[data-testid=channel-sheet] a")).ToHaveCountAsync(64);
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=stage-canvas]').dataset.step === '1'");
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await TileLiesOverItsPicture(page);

        await page.GetByTestId("channel-7").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/neuron\?run=[^&]+$"));
        await Expect(page.GetByTestId("run-subject")).ToContainTextAsync("relu3, channel 7");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        Assert.Empty(errors);
    }

    // The sheet of 64 maps has eight columns: the ninth tile begins the second row.
    private static async Task TileLiesOverItsPicture(IPage page)
    {
        var sheet = (await page.GetByTestId("stage-canvas").BoundingBoxAsync())!;
        var tile = (await page.GetByTestId("channel-8").BoundingBoxAsync())!;
        Assert.Equal(sheet.X, tile.X, tolerance: 1);
        Assert.Equal(sheet.Y + (sheet.Height / 8), tile.Y, tolerance: 1);
        Assert.Equal(sheet.Width / 8, tile.Width, tolerance: 1);
    }
}
