using System.Net;
using CnnVis.Tests.Support;
using CnnVis.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace CnnVis.Tests.Web.Hosting;

public sealed class HostCheckTests(Application application) : IClassFixture<Application>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("school.example")]
    [InlineData("localhost:5080")]
    [InlineData("cnn_vis:80")]
    [InlineData("192.168.0.7:8080")]
    [InlineData("[::1]:5080")]
    public void A_name_or_an_IP_address_is_plain(string host) => Assert.True(HostCheck.IsPlain(new HostString(host)));

    [Theory]
    [InlineData("")]
    [InlineData("a\"\"\";import(os)\\")]
    [InlineData("school.example:99999")]
    [InlineData("school.example:80:80")]
    [InlineData("[::1")]
    [InlineData("evil.example/path")]
    [InlineData("user@evil.example")]
    [InlineData("a b")]
    public void Anything_else_is_not(string host) => Assert.False(HostCheck.IsPlain(new HostString(host)));

    [Theory]
    [InlineData("/")]
    [InlineData("/r/nobody")]
    [InlineData("/api/networks")]
    public async Task It_is_refused_in_a_sentence_and_nowhere_repeated(string address)
    {
        using var answer = await AskAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("names no host", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Headers.SelectMany(header => header.Value), value => value.Contains("import", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whether_the_server_is_well_is_answered_to_anybody()
    {
        using var answer = await AskAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Host", "a\"\"\";import(os)\\");
        return await application.CreateClient().SendAsync(request, Cancellation);
    }
}
