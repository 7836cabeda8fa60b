using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Api;

public sealed class OEmbedTests(Application application) : IClassFixture<Application>
{
    private static readonly RunSpec Spec = new("neuron", "builtin", null, new NeuronOptions { Steps = 3, Size = 40 }, Seed: 92);

    private readonly HttpClient _client = application.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://localhost/r/")]
    [InlineData("https://LOCALHOST/embed/")]
    public async Task A_link_is_a_rich_resource_with_frame_and_thumbnail(string link)
    {
        var id = await FinishedAsync();

        var answer = await _client.GetFromJsonAsync<JsonElement>($"/oembed?format=json&url={Uri.EscapeDataString(link + id)}", Cancellation);

        Assert.Equal(("rich", "1.0", "CnnVis", "http://localhost/"), (Text("type"), Text("version"), Text("provider_name"), Text("provider_url")));
        Assert.Equal("A neuron's favourite picture", Text("title"));
        Assert.StartsWith($"<iframe src=\"http://localhost/embed/{id}\" width=\"640\" height=\"560\" title=\"A neuron&#x27;s", Text("html"), StringComparison.Ordinal);
        Assert.Equal((640, 560), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
        var thumbnail = PictureDecoder.Decode(await _client.GetByteArrayAsync(new Uri(Text("thumbnail_url")!), Cancellation));
        Assert.Equal((answer.GetProperty("thumbnail_width").GetInt32(), answer.GetProperty("thumbnail_height").GetInt32()), (thumbnail.Width, thumbnail.Height));

        string? Text(string name) => answer.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Nothing_is_larger_than_asked_for()
    {
        var id = await FinishedAsync();

        var answer = await _client.GetFromJsonAsync<JsonElement>($"/oembed?maxwidth=300&maxheight=20&url=http://localhost/r/{id}", Cancellation);

        Assert.Contains("width=\"300\" height=\"20\"", answer.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Equal((300, 20), (answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
        Assert.Equal((20, 20), (answer.GetProperty("thumbnail_width").GetInt32(), answer.GetProperty("thumbnail_height").GetInt32()));
    }

    [Theory]
    [InlineData("url=http://localhost/r/nobody", HttpStatusCode.NotFound)]
    [InlineData("url=http://localhost/r/%3Cscript%3E", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("url=/r/nobody", HttpStatusCode.BadRequest)]
    [InlineData("url=http://elsewhere.example/r/nobody", HttpStatusCode.BadRequest)]
    [InlineData("url=http://localhost:81/r/nobody", HttpStatusCode.BadRequest)]
    [InlineData("url=http://localhost/about", HttpStatusCode.BadRequest)]
    [InlineData("url=ftp://localhost/r/nobody", HttpStatusCode.BadRequest)]
    [InlineData("url=http://localhost/r/nobody&format=xml", HttpStatusCode.NotImplemented)]
    public async Task What_it_cannot_tell_is_a_problem_in_a_clear_sentence(string query, HttpStatusCode status)
    {
        using var answer = await _client.GetAsync($"/oembed?{query}", Cancellation);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".", (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maxwidth=0")]
    [InlineData("maxheight=-5")]
    [InlineData("maxheight=wide")]
    public async Task A_size_that_is_none_is_a_bad_request(string query)
    {
        using var answer = await _client.GetAsync($"/oembed?{query}&url=http://localhost/r/{await FinishedAsync()}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_behind_a_link_leads_here()
    {
        var id = await FinishedAsync();
        var page = await _client.GetStringAsync($"/r/{id}", Cancellation);

        var address = $"http://localhost/oembed?url={Uri.EscapeDataString($"http://localhost/r/{id}")}";
        Assert.Contains($"<link rel=\"alternate\" type=\"application/json+oembed\" title=\"A neuron&#x27;s favourite picture\" href=\"{address}\"", page, StringComparison.Ordinal);
        using var answer = await _client.GetAsync(new Uri(address), Cancellation);
        Assert.Equal("application/json", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
    }

    private async Task<string> FinishedAsync()
    {
        var runs = application.Services.GetRequiredService<IRunService>();
        var id = runs.Start(Spec);
        await runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
        return id;
    }
}
