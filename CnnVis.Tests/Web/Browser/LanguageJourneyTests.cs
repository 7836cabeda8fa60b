using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

[Collection(nameof(Support.Browser))]
public sealed class LanguageJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task The_switch_changes_the_page_and_is_remembered()
    {
        var page = await browser.OpenAsync("/neuron?seed=7");

        await page.GetByTestId("language-de").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("nav .tab").Nth(6)).ToHaveTextAsync("Schichten"); // what the circuit renders
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        Assert.Equal("?seed=7", new Uri(page.Url).Query);

        await page.GotoAsync(new Uri(browser.Address, "/layers").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(page.Locator("nav .tab").Nth(6)).ToHaveTextAsync("Layers");
    }

    [Fact]
    public async Task The_language_of_an_address_is_its_circuits_too()
    {
        var page = await browser.OpenAsync("/neuron?lang=de");

        await Expect(page.Locator("nav .tab").Nth(6)).ToHaveTextAsync("Schichten");
    }

    [Fact]
    public async Task Moments_are_told_in_the_visitors_own_time_and_language()
    {
        var page = await browser.OpenAsync("/?lang=de");
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Emulation.setTimezoneOverride", new() { ["timezoneId"] = "Asia/Kolkata" });

        await page.GetByTestId("open-room").ClickAsync();

        var end = page.Locator("local-time");
        var moment = DateTimeOffset.Parse((await end.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(5.5));
        Assert.Equal(moment.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture), await end.EvaluateAsync<string>("element => element.shadowRoot.textContent"));
    }
}
