using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Sharing;

/// <summary>The page behind a link as it arrives, before any script runs.</summary>
public sealed class SharePageTests(Application application) : IClassFixture<Application>
{
    private static readonly RunSpec Spec = new("neuron", "builtin", null, new NeuronOptions { Steps = 3, Size = 24 }, Seed: 77);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRunService Runs => application.Services.GetRequiredService<IRunService>();

    [Fact]
    public async Task It_stands_with_picture_title_preview_and_the_whole_spec()
    {
        var id = await FinishedAsync(visitor: null);

        var page = await application.CreateClient().GetStringAsync($"/r/{id}", Cancellation);

        Assert.Contains("<title>A neuron&#x27;s favourite picture · CnnVis</title>", page, StringComparison.Ordinal);
        Assert.Contains($"property=\"og:image\" content=\"http://localhost/api/runs/{id}/result.png\"", page, StringComparison.Ordinal);
        Assert.Contains($"src=\"/api/runs/{id}/result.png\"", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"open-playground\"", page, StringComparison.Ordinal);
        foreach (var (name, value) in new[] { ("seed", "77"), ("steps", "3"), ("size", "24"), ("network", "builtin") })
        {
            Assert.Matches($"<dt[^>]*>{name}</dt><dd[^>]*>{value}</dd>", page);
        }
    }

    [Fact]
    public async Task It_offers_the_code_for_a_frame_and_says_when_nobody_may_use_it()
    {
        var id = await FinishedAsync(visitor: null);

        var page = await application.CreateClient().GetStringAsync($"/r/{id}", Cancellation);

        Assert.Contains($"&lt;iframe src=&quot;http://localhost/embed/{id}&quot; width=&quot;640&quot;", page, StringComparison.Ordinal);
        Assert.Contains("data-testid=\"embed-note\"", page, StringComparison.Ordinal);
    }

    // A click on them would be lost.
    [Fact]
    public async Task Its_buttons_wait_for_the_circuit()
    {
        var maker = application.CreateClient();
        var id = await StartedBy(maker, seed: 82);

        var page = await maker.GetStringAsync($"/r/{id}", Cancellation);

        Assert.Matches("(?s)<fieldset[^>]* disabled[ >].*data-testid=\"delete\".*</fieldset>", page);
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("%3Cscript%3E")]
    public async Task A_link_to_nothing_is_not_found_in_a_clear_sentence(string id)
    {
        using var answer = await application.CreateClient().GetAsync($"/r/{id}", Cancellation);

        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This run is not here", page, StringComparison.Ordinal);
        Assert.Contains("The link may be incomplete", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_maker_deletes_a_run_and_its_link_tells_so()
    {
        var (maker, stranger) = (application.CreateClient(), application.CreateClient());
        var id = await StartedBy(maker, seed: 78);

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.DeleteAsync($"/api/runs/{id}", Cancellation)).StatusCode);
        Assert.DoesNotContain("data-testid=\"delete\"", await stranger.GetStringAsync($"/r/{id}", Cancellation), StringComparison.Ordinal);
        Assert.Contains("data-testid=\"delete\"", await maker.GetStringAsync($"/r/{id}", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await maker.DeleteAsync($"/api/runs/{id}", Cancellation)).StatusCode);

        using var gone = await maker.GetAsync($"/r/{id}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("It was deleted by who made it", await gone.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await maker.GetAsync($"/api/runs/{id}/result.png", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Its_maker_sets_when_it_is_deleted_and_that_it_is_not()
    {
        var maker = application.CreateClient();
        var id = await StartedBy(maker, seed: 79);
        var time = new DateTimeOffset(2100, 1, 2, 3, 4, 5, TimeSpan.Zero);

        await maker.PutAsJsonAsync($"/api/runs/{id}/expiry", new { expiresAt = time }, Cancellation);
        Assert.Equal(time, Runs.Describe(id).ExpiresAt);
        await maker.PutAsJsonAsync($"/api/runs/{id}/expiry", new { expiresAt = (DateTimeOffset?)null }, Cancellation);

        Assert.Null(Runs.Describe(id).ExpiresAt);
        using var refused = await application.CreateClient().PutAsJsonAsync($"/api/runs/{id}/expiry", new { expiresAt = time }, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_run_of_another_version_says_so_and_stays_its_makers()
    {
        var (maker, stranger) = (application.CreateClient(), application.CreateClient());
        var id = await StartedBy(maker, seed: 80);
        application.Services.GetRequiredService<Store>().Do(context => context.Runs.Where(run => run.Id == id)
            .ExecuteUpdate(run => run.SetProperty(record => record.Spec, record => record.Spec.Replace("\"layer\"", "\"layerOfTomorrow\""))));

        using var page = await stranger.GetAsync($"/r/{id}", Cancellation);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("made by another version of CnnVis", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await maker.GetAsync($"/api/runs/{id}", Cancellation)).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.DeleteAsync($"/api/runs/{id}", Cancellation)).StatusCode);
        using var kept = await maker.PutAsJsonAsync($"/api/runs/{id}/expiry", new { expiresAt = (DateTimeOffset?)null }, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await maker.DeleteAsync($"/api/runs/{id}", Cancellation)).StatusCode);
    }

    private async Task<string> FinishedAsync(string? visitor)
    {
        var id = Runs.Start(Spec, visitor: visitor);
        await Runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
        return id;
    }

    private async Task<string> StartedBy(HttpClient client, int seed)
    {
        using var answer = await client.PostAsJsonAsync("/api/runs", new { technique = "neuron", options = new { steps = 2, size = 16 }, seed }, Cancellation);
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("id").GetString()!;
        await Runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
        return id;
    }
}
