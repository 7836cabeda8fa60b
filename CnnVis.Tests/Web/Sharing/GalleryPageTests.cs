using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Sharing;

/// <summary>The wall of public results, and a visitor's own runs, as they arrive.</summary>
public sealed class GalleryPageTests(Application application) : IClassFixture<Application>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_result_hangs_in_the_gallery_only_while_its_maker_wants_it()
    {
        var (maker, stranger) = (application.CreateClient(), application.CreateClient());
        var id = await DoneBy(maker, seed: 501);
        Assert.DoesNotContain(id, await stranger.GetStringAsync("/gallery", Cancellation), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await Publish(stranger, id, true)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Publish(maker, id, true)).StatusCode);

        var page = await stranger.GetStringAsync("/gallery", Cancellation);
        Assert.Contains($"href=\"/r/{id}\"", page, StringComparison.Ordinal);
        Assert.Matches($"<img src=\"/api/runs/{id}/frames/2/thumbnail.webp\\?width=320\"[^>]* loading=\"lazy\"", page);
        Assert.Contains(id, await stranger.GetStringAsync("/api/gallery", Cancellation), StringComparison.Ordinal);

        await Publish(maker, id, false);
        Assert.DoesNotContain(id, await stranger.GetStringAsync("/gallery", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_by_technique_network_and_layer_find_what_has_all_of_them()
    {
        var maker = application.CreateClient();
        var id = await DoneBy(maker, seed: 502);
        await Publish(maker, id, true);

        foreach (var query in new[] { "", "?technique=neuron", "?network=builtin&layer=&technique=", "?technique=neuron&network=builtin&layer=conv4" })
        {
            Assert.Contains(id, await maker.GetStringAsync($"/gallery{query}", Cancellation), StringComparison.Ordinal);
        }

        foreach (var query in new[] { "?technique=deepdream", "?layer=nowhere", "?technique=%3Cscript%3E", "?page=2" })
        {
            var page = await maker.GetStringAsync($"/gallery{query}", Cancellation);
            Assert.DoesNotContain(id, page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>\"", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("two")]
    public async Task A_page_that_cannot_be_is_named_in_a_sentence(string page)
    {
        Assert.Contains("page must be 1 to 1000.", await application.CreateClient().GetStringAsync($"/gallery?page={page}", Cancellation), StringComparison.Ordinal);
        using var answer = await application.CreateClient().GetAsync($"/api/gallery?page={page}", Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Everybody_finds_their_own_runs_and_no_others()
    {
        var (maker, stranger) = (application.CreateClient(), application.CreateClient());
        var id = await DoneBy(maker, seed: 503);

        var own = await maker.GetStringAsync("/runs", Cancellation);
        Assert.Contains(id, own, StringComparison.Ordinal);
        Assert.Matches("<local-time datetime=\"[0-9-]{10}T[0-9:]{8}Z\"[^>]*>[0-9-]{10} [0-9:]{5} UTC</local-time>", own);
        Assert.Contains(id, await maker.GetStringAsync("/api/runs?state=completed&technique=neuron", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await maker.GetStringAsync("/api/runs?state=interrupted", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await stranger.GetStringAsync("/runs", Cancellation), StringComparison.Ordinal);
        using var answer = await maker.GetAsync("/api/runs?state=asleep", Cancellation);
        Assert.Contains("state must be queued, running", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_completed_cannot_be_shown()
    {
        var maker = application.CreateClient();
        var id = await StartedBy(maker, seed: 504, steps: 2000);

        using var answer = await Publish(maker, id, true);
        await maker.PostAsync($"/api/runs/{id}/cancel", null, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Only a completed run", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Publish(HttpClient client, string id, bool published) =>
        client.PutAsJsonAsync($"/api/runs/{id}/gallery", new { @public = published }, Cancellation);

    private async Task<string> DoneBy(HttpClient client, int seed)
    {
        var id = await StartedBy(client, seed, steps: 2);
        await application.Services.GetRequiredService<IRunService>().WatchAsync(id, Cancellation).LastAsync(Cancellation);
        return id;
    }

    private static async Task<string> StartedBy(HttpClient client, int seed, int steps)
    {
        var spec = new { technique = "neuron", options = new { steps, size = 16, layer = "conv4" }, seed };
        using var answer = await client.PostAsJsonAsync("/api/runs", spec, Cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;
    }
}
