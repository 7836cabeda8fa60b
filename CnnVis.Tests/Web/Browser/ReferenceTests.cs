using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>The API's reference for people.</summary>
[Collection(nameof(Support.Browser))]
public sealed class ReferenceTests(Support.Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_stands_without_asking_other_hosts_and_logs_no_error(int width)
    {
        var page = await browser.OpenAsync("about:blank", width);
        var hosts = new HashSet<string>();
        var errors = new List<string>();
        page.Request += (_, request) => hosts.Add(new Uri(request.Url).Host);
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);

        await page.GotoAsync(new Uri(browser.Address, "/scalar").ToString());

        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "CnnVis API", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("Runs of CnnVis for programs")).ToBeVisibleAsync();
        Assert.Equal(["127.0.0.1"], hosts.Where(host => host.Length > 0));
        Assert.Empty(errors);
    }
}
