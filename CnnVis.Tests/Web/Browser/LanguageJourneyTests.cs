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
}
