namespace CnnVis.Tests.Web.DataSets;

/// <summary>The web as one test wants it: one answer to everything.</summary>
internal sealed class FakeWeb(Func<HttpResponseMessage> answer) : HttpMessageHandler, IHttpClientFactory
{
    public List<Uri> Asked { get; } = [];

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!);
        return Task.FromResult(answer());
    }
}
