using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>What a teacher prepares, a class opens; what was seen is hung up.</summary>
[Collection(nameof(Support.Browser))]
public sealed class PreparedJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task A_prepared_link_runs_at_once_without_what_would_distract()
    {
        var teacher = await browser.OpenAsync("/deepdream?octaves=1&steps=4");
        await teacher.GetByTestId("link-maker").Locator("summary").ClickAsync();
        await teacher.GetByTestId("link-go").CheckAsync();
        await teacher.GetByTestId("leave-network").CheckAsync();
        await teacher.GetByTestId("leave-seed").CheckAsync();
        await Expect(teacher.GetByTestId("settings-link")).ToHaveValueAsync(
            new System.Text.RegularExpressions.Regex("/deepdream\\?octaves=1&steps=4&go=1&hide=network%2Cseed$"));

        var pupil = await browser.OpenAsync(new Uri(await teacher.GetByTestId("settings-link").InputValueAsync()).PathAndQuery, width: 390);

        await Expect(pupil.GetByTestId("progress-text")).ToContainTextAsync("step 4 of 4");
        await Expect(pupil.GetByTestId("network-picker")).ToHaveCountAsync(0);
        await Expect(pupil.GetByTestId("seed")).ToHaveCountAsync(0);
        await Expect(pupil.GetByTestId("layer-picker")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_rate_changed_on_the_way_holds_for_the_running_picture()
    {
        var page = await browser.OpenAsync("/neuron?steps=2000&size=256&seed=31");
        await page.GetByTestId("run").ClickAsync();
        await page.WaitForFunctionAsync("() => +document.querySelector('[data-testid=stage-canvas]')?.dataset.frames > 1");

        await page.GetByTestId("advanced").ClickAsync();
        await page.GetByTestId("rate").FillAsync("0.2");
        await page.GetByTestId("rate").PressAsync("Tab");

        await Expect(page.GetByTestId("live-change")).ToContainTextAsync("The running picture takes this up after step");
        await page.GetByTestId("stop").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Stopped");
        await page.GotoAsync("/" + await page.GetByTestId("share").GetAttributeAsync("href"));
        await Expect(page.GetByTestId("spec")).ToContainTextAsync("\"rate\":0.2");
    }

    [Fact]
    public async Task A_result_is_hung_up_and_found_in_the_gallery_by_somebody_else()
    {
        var maker = await browser.OpenAsync("/neuron?steps=3&size=32&seed=32&go=1");
        await Expect(maker.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        var link = await maker.GetByTestId("share").GetAttributeAsync("href");
        await maker.GotoAsync("/" + link);
        await maker.GetByTestId("publish").CheckAsync();
        await maker.GotoAsync("/runs");
        await Expect(maker.GetByTestId("tile").Filter(new() { HasText = "in the gallery" })).ToHaveCountAsync(1);

        var visitor = await browser.OpenAsync("/gallery");
        await visitor.GetByTestId("filter-technique").SelectOptionAsync("neuron");
        await visitor.GetByTestId("filter").ClickAsync();
        await visitor.Locator($"a[href='/{link}']").ClickAsync();
        await Expect(visitor.Locator("h1")).ToHaveTextAsync("A neuron's favourite picture");
    }
}
