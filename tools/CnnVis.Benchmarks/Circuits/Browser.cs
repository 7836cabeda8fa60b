using System.Net;

namespace CnnVis.Benchmarks.Circuits;

/// <summary>What a browser does before a circuit begins: cookies, pages, forms, and the files that pages name, once each.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AutomaticDecompression = DecompressionMethods.All };
    private readonly HashSet<Uri> _cached = [];
    private readonly HttpClient _client;

    public Browser(Uri root) => _client = new HttpClient(_handler) { BaseAddress = root };

    public CookieContainer Cookies => _handler.CookieContainer;

    public async Task<CircuitPage> GetAsync(string address) => await ReadAsync(await _client.GetAsync(address));

    public async Task<CircuitPage> PostAsync(CircuitPage form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(form.HiddenFields.Concat(fields));
        return await ReadAsync(await _client.PostAsync(form.Address, content));
    }

    /// <summary>Tells the server that the tab was closed.</summary>
    public async Task CloseAsync(string circuit)
    {
        using var content = new MultipartFormDataContent { { new StringContent(circuit), "circuitId" } };
        using var answer = await _client.PostAsync("_blazor/disconnect", content);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    private async Task<CircuitPage> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            var page = new CircuitPage(answer.RequestMessage!.RequestUri!, await answer.Content.ReadAsStringAsync());
            await Task.WhenAll(page.Assets.Where(_cached.Add).Select(_client.GetByteArrayAsync));
            return page;
        }
    }
}
