using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>For who asked the system for less motion, nothing moves unasked.</summary>
[Collection(nameof(Support.Browser))]
public sealed class ReducedMotionTests(Support.Browser browser)
{
    [Fact]
    public async Task A_live_picture_changes_once_a_second_and_a_done_one_is_not_replayed()
    {
        var page = await Calm("/neuron?steps=300&size=64&seed=77&go=1");
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=stage-canvas]').dataset.step === '300'");
        Assert.True(await Gap(page) >= 900);

        await page.ReloadAsync();

        await Expect(page.GetByTestId("timeline-step")).ToHaveTextAsync("result");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=stage-canvas]').dataset.step === '300'");
        Assert.Equal("1", await page.GetByTestId("stage-canvas").GetAttributeAsync("data-frames"));
        await page.GetByTestId("timeline-play").ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=stage-canvas]').dataset.frames > 3");
    }

    [Fact]
    public async Task Nothing_glides_or_fades()
    {
        var page = await Calm("/deepdream");
        await page.GetByTestId("run").WaitForAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll("*")].map(element => getComputedStyle(element))
              .filter(style => parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0.001).length
            """));
    }

    private async Task<IPage> Calm(string address)
    {
        var page = await browser.OpenAsync("about:blank");
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.AddInitScriptAsync(
            """
            window.drawn = [];
            new MutationObserver(changes => drawn.push(...changes.map(() => performance.now())))
              .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-frames"] });
            """);
        await page.GotoAsync(new Uri(browser.Address, address).ToString());
        return page;
    }

    // The shortest time between two pictures, in milliseconds; the last one may come at once.
    private static Task<double> Gap(IPage page) =>
        page.EvaluateAsync<double>("() => Math.min(...drawn.slice(1).map((time, i) => time - drawn[i]))");
}
