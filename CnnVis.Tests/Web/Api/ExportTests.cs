using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Api;

/// <summary>A finished dream as files.</summary>
public sealed class ExportTests(Application application) : IClassFixture<Application>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("result.gif", "image/gif", "GIF8", 0)]
    [InlineData("animation.webp", "image/webp", "WEBPVP8X", 8)]
    [InlineData("animation.mp4", "video/mp4", "ftyp", 4)]
    [InlineData("animation.webm", "video/webm", "\u001aE", 0)]
    public async Task A_run_moves_in_every_form(string path, string contentType, string magic, int at)
    {
        Assert.SkipWhen(contentType.StartsWith("video", StringComparison.Ordinal) && !CnnVis.Web.Sharing.VideoEncoder.IsInstalled, "ffmpeg is not installed.");
        using var answer = await application.CreateClient().GetAsync($"/api/runs/{await DreamAsync()}/{path}?seconds=1&size=64", Cancellation);

        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, Encoding.UTF8.GetString(file));
        Assert.Equal(contentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(magic, Encoding.Latin1.GetString(file, at, magic.Length));
    }

    [Theory]
    [InlineData("seconds=31")]
    [InlineData("seconds=x")]
    [InlineData("size=5000")]
    public async Task Lengths_and_sizes_are_bounded(string query)
    {
        using var answer = await application.CreateClient().GetAsync($"/api/runs/{await DreamAsync()}/result.gif?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("must be", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_holds_what_makes_the_run_again()
    {
        var id = await DreamAsync();
        var weights = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "networks", "builtin.safetensors"), Cancellation);

        var manifest = await application.CreateClient().GetFromJsonAsync<JsonElement>($"/api/runs/{id}/result.json", Cancellation);

        var spec = RunSpecJson.Read(manifest.GetProperty("spec").GetRawText());
        Assert.Equal(manifest.GetProperty("specHash").GetString(), RunSpecJson.Hash(spec));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(weights)), manifest.GetProperty("weights").GetString());
        Assert.Equal("completed", manifest.GetProperty("state").GetString());
        Assert.Equal([0, 1, 2, 3], manifest.GetProperty("frames").EnumerateArray().Select(step => step.GetInt32()));
        Assert.True(manifest.GetProperty("seconds").GetDouble() >= 0);
    }

    [Theory]
    [InlineData("frames/2", "image/jpeg", HttpStatusCode.OK)]
    [InlineData("frames/3", "image/png", HttpStatusCode.OK)]
    [InlineData("frames/2.png", "image/png", HttpStatusCode.OK)]
    [InlineData("frames/2.webp", "image/webp", HttpStatusCode.OK)]
    [InlineData("frames/2/thumbnail.webp?width=32", "image/webp", HttpStatusCode.OK)]
    [InlineData("frames/2/thumbnail.webp?width=9999", "application/problem+json", HttpStatusCode.BadRequest)]
    [InlineData("frames/9", "application/problem+json", HttpStatusCode.NotFound)]
    public async Task Every_kept_frame_is_a_picture(string path, string contentType, HttpStatusCode status)
    {
        using var answer = await application.CreateClient().GetAsync($"/api/runs/{await DreamAsync()}/{path}", Cancellation);

        Assert.Equal((status, contentType), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("frames/0")]
    [InlineData("frames/0/thumbnail.webp")]
    public async Task A_frame_is_for_ever_only_when_the_run_is_completed_and_else_asked_for_again_by_its_tag(string path)
    {
        var (client, runs) = (application.CreateClient(), application.Services.GetRequiredService<IRunService>());
        using var completed = await client.GetAsync($"/api/runs/{await DreamAsync()}/{path}", Cancellation);
        Assert.Contains("immutable", completed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        var id = runs.Start(new RunSpec("neuron", "builtin", null, new NeuronOptions { Steps = 2000, Size = 64 }), pinned: true, fresh: true);
        await foreach (var _ in runs.WatchAsync(id, Cancellation))
        {
            runs.Cancel(id); // the watch ends when the run is written down, after which its frames are as they travelled
        }

        using var stopped = await client.GetAsync($"/api/runs/{id}/{path}", Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}/{path}");
        again.Headers.IfNoneMatch.Add(stopped.Headers.ETag!);

        Assert.Equal("no-cache, private", stopped.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Cancellation)).StatusCode);
    }

    private async Task<string> DreamAsync()
    {
        var runs = application.Services.GetRequiredService<IRunService>();
        var image = application.Services.GetRequiredService<IPictureStore>().Samples[0].Id;
        var id = runs.Start(new RunSpec("deepdream", "builtin", image, new DeepDreamOptions { Octaves = 1, Steps = 3, Size = 96 }));
        await runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
        return id;
    }
}
