using System.Net;
using CnnVis.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CnnVis.Tests.Web.Languages;

public sealed class LanguagesTests(Application application) : IClassFixture<Application>
{
    private readonly HttpClient _client = application.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/gallery", null, null, "en")]
    [InlineData("/gallery", null, "de-AT,en;q=0.8", "de")]
    [InlineData("/gallery", null, "nn,de;q=0.5", "de")] // nobody translated the first
    [InlineData("/gallery", "en", "de", "en")]
    [InlineData("/gallery?lang=de", "en", "en", "de")]
    [InlineData("/gallery?lang=nn", "de", "en", "de")]
    public async Task Its_address_decides_then_the_visitor_and_then_the_browser(string address, string? chosen, string? browser, string language) =>
        Assert.Contains($"<html lang=\"{language}\">", await Read(address, chosen, browser), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_speaks_its_language() =>
        Assert.Contains(">Deine Läufe<", WebUtility.HtmlDecode(await Read("/gallery", "de", null)), StringComparison.Ordinal);

    [Fact]
    public async Task An_error_speaks_it_too() =>
        Assert.Contains("<html lang=\"de\">", await Read("/nowhere", "de", null), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://localhost/gallery?layer=a%2Fb&lang=en", "/gallery?layer=a%2Fb")]
    [InlineData("http://elsewhere.example//elsewhere.example/", "/elsewhere.example/")]
    [InlineData(null, "/")]
    public async Task Who_chooses_a_language_is_led_back_to_a_page_of_ours(string? page, string back)
    {
        var answer = await Choose("de", page);

        Assert.Equal((HttpStatusCode.Redirect, back), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal(Cookie("de"), Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split(';')[0]);
    }

    [Fact]
    public async Task A_language_that_nobody_translated_cannot_be_chosen() =>
        Assert.False((await Choose("nn", null)).Headers.Contains("Set-Cookie"));

    private static string Cookie(string language) => $"cnnvis-language={Uri.EscapeDataString($"c={language}|uic={language}")}";

    private async Task<HttpResponseMessage> Choose(string language, string? page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/language/{language}");
        request.Headers.Referrer = page is null ? null : new Uri(page);
        return await _client.SendAsync(request, Cancellation);
    }

    private async Task<string> Read(string address, string? chosen, string? browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", browser ?? "en");
        request.Headers.Add("Cookie", chosen is null ? "a=b" : Cookie(chosen));
        using var answer = await _client.SendAsync(request, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
