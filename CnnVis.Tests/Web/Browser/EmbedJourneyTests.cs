using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>A result stands on another site's page.</summary>
[Collection(nameof(Support.Browser))]
public sealed class EmbedJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task The_copied_code_replays_the_run_on_an_allowed_page_and_nowhere_else()
    {
        var page = await browser.OpenAsync("/deepdream");
        await page.GetByTestId("run").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await page.GotoAsync("/" + await page.GetByTestId("share").GetAttributeAsync("href"));
        var code = await CopiedAsync(page);

        var (parent, errors) = await PageWithAsync(page, "http://school.example/", code);
        var frame = parent.FrameLocator("iframe");
        await Expect(frame.Locator("figcaption")).ToContainTextAsync("DeepDream");
        await Expect(frame.GetByTestId("timeline-step")).ToHaveTextAsync("result");
        await Expect(frame.GetByTestId("stage-canvas")).ToHaveAttributeAsync("data-step", "40");
        Assert.True(int.Parse((await frame.GetByTestId("stage-canvas").GetAttributeAsync("data-frames"))!, CultureInfo.InvariantCulture) > 3);
        Assert.Equal(0, await frame.Locator("html").EvaluateAsync<int>("page => page.scrollHeight - page.clientHeight"));
        Assert.Empty(errors);

        var (stranger, refusals) = await PageWithAsync(page, "http://elsewhere.example/", code);
        await Expect(stranger.FrameLocator("iframe").Locator("figcaption")).ToHaveCountAsync(0);
        Assert.Contains(refusals, refusal => refusal.Contains("frame-ancestors", StringComparison.Ordinal));
    }

    private static async Task<string> CopiedAsync(IPage page)
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByTestId("embed").Locator("summary").ClickAsync();
        await page.GetByTestId("copy-embed").ClickAsync();
        await Expect(page.GetByTestId("embed").GetByRole(AriaRole.Status)).ToHaveTextAsync("Copied");
        return await page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    // Another site: the browser gives what it frames none of its own cookies.
    private static async Task<(IPage Page, List<string> Errors)> PageWithAsync(IPage opener, string address, string html)
    {
        var page = await opener.Context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.RouteAsync(address, route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!DOCTYPE html><title>A page</title>{html}" }));
        await page.GotoAsync(address);
        return (page, errors);
    }
}
