using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>From a scene to the answer whether the heat landed on the object, and the same by its link.</summary>
[Collection(nameof(Support.Browser))]
public sealed class PointingGameJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task Grad_CAM_hits_the_owl_and_the_link_shows_its_box_again()
    {
        var page = await browser.OpenAsync("/grad-cam");
        await page.GetByAltText("Owl and moon").ClickAsync();
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await Expect(page.GetByTestId("boxes")).ToHaveCountAsync(0);

        await ShowBoxes(page);

        await OwlIsHit(page);
        await page.GotoAsync(page.Url);
        await ShowBoxes(page);
        await OwlIsHit(page);
    }

    [Fact]
    public async Task A_picture_in_which_nobody_has_looked_offers_no_boxes()
    {
        var page = await browser.OpenAsync("/grad-cam");
        await page.GetByAltText("Pebbles").ClickAsync();
        await page.GetByTestId("run").ClickAsync();

        await Expect(page.GetByTestId("map-tile")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("map-boxes-show")).ToHaveCountAsync(0);
    }

    private static Task ShowBoxes(IPage page) => page.GetByTestId("map-boxes-show").CheckAsync(new() { Force = true });

    // On the page the box lies over the canvas, and the spot in the box.
    private static async Task OwlIsHit(IPage page)
    {
        await Expect(page.GetByTestId("map-game")).ToContainTextAsync("Hit");
        var owl = (await page.Locator("[data-testid=box].own", new() { HasText = "owl" }).BoundingBoxAsync())!;
        var spot = (await page.GetByTestId("spot").BoundingBoxAsync())!;
        Assert.InRange(spot.X + (spot.Width / 2), owl.X, owl.X + owl.Width);
        Assert.InRange(spot.Y + (spot.Height / 2), owl.Y, owl.Y + owl.Height);
        var canvas = (await page.GetByTestId("map-0").BoundingBoxAsync())!;
        Assert.Equal(185 / 512.0, owl.Width / canvas.Width, 0.01);
    }
}
