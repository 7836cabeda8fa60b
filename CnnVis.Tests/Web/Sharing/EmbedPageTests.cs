using System.Net;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Sharing;

/// <summary>The page for other pages' frames as it arrives, before any script runs.</summary>
public sealed class EmbedPageTests(EmbedPageTests.EmbeddedApplication application) : IClassFixture<EmbedPageTests.EmbeddedApplication>
{
    private const string Parent = "https://school.example";

    private static readonly RunSpec Spec = new("neuron", "builtin", null, new NeuronOptions { Steps = 3, Size = 24 }, Seed: 91);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_stands_with_picture_caption_and_a_link_that_leaves_the_frame()
    {
        var id = await FinishedAsync();

        var page = await application.CreateClient().GetStringAsync($"/embed/{id}", Cancellation);

        Assert.Contains($"src=\"/api/runs/{id}/result.png\"", page, StringComparison.Ordinal);
        Assert.Contains("A neuron&#x27;s favourite picture</h1>", page, StringComparison.Ordinal);
        Assert.Matches($"<a href=\"/r/{id}\" target=\"_blank\" rel=\"noopener\"", page);
        Assert.DoesNotContain("<nav", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_it_may_be_framed_by_others_and_it_names_nobody()
    {
        var id = await FinishedAsync();

        using var embedded = await application.CreateClient().GetAsync($"/embed/{id}", Cancellation);
        Assert.Equal($"frame-ancestors 'self' {Parent}", Ancestors(embedded));
        Assert.False(embedded.Headers.Contains("X-Frame-Options"));
        Assert.False(embedded.Headers.Contains("Set-Cookie"));
        foreach (var other in new[] { "/", "/about", "/embed", "/nowhere", $"/r/{id}", $"/api/runs/{id}", $"/r/embed/{id}" })
        {
            using var answer = await application.CreateClient().GetAsync(other, Cancellation);
            Assert.Equal("frame-ancestors 'self'", Ancestors(answer));
        }
    }

    [Fact]
    public async Task A_run_that_is_not_here_is_not_found_in_a_clear_sentence()
    {
        using var answer = await application.CreateClient().GetAsync("/embed/xyz", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("The link may be incomplete", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<string> FinishedAsync()
    {
        var runs = application.Services.GetRequiredService<IRunService>();
        var id = runs.Start(Spec);
        await runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
        return id;
    }

    private static string Ancestors(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Single(part => part.StartsWith("frame-ancestors", StringComparison.Ordinal));

    public sealed class EmbeddedApplication : Application
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("CnnVis:EmbedParents", Parent);
        }
    }
}
