using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Tests.Web.Components;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Api;

/// <summary>Events as they travel, with a clock that the tests move.</summary>
public sealed class EventStreamTests(EventStreamTests.ClockedApplication application) : IClassFixture<EventStreamTests.ClockedApplication>
{
    // Minutes on any machine.
    private static readonly NeuronOptions Long = new() { Steps = 2000, Size = 256 };

    private readonly HttpClient _client = application.CreateClient();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRunService Runs => application.Services.GetRequiredService<IRunService>();

    [Fact]
    public async Task A_run_that_is_done_is_told_whole_and_the_stream_ends()
    {
        var id = Runs.Start(new("neuron", "builtin", null, new NeuronOptions { Steps = 3, Size = 24 }, Seed: 93));
        await Runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);

        using var answer = await _client.GetAsync($"/api/runs/{id}/events", Cancellation);
        var events = await Read(await answer.Content.ReadAsStreamAsync(Cancellation)).ToListAsync(Cancellation);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, events.Single(item => item.EventType == "scalars" && Name(item) == "objective").Data.GetProperty("values").GetArrayLength());
        Assert.Equal([0, 1, 2, 3], events.Where(item => item.EventType == "frame").Select(item => item.Data.GetProperty("step").GetInt32()));
        Assert.Equal(("state", "completed"), (events[^1].EventType, events[^1].Data.GetProperty("state").GetString()));
        Assert.All(events, item => Assert.False(item.Data.TryGetProperty("$type", out _)));
    }

    [Fact]
    public async Task A_stream_follows_a_run_to_its_end()
    {
        var id = Runs.Start(new("neuron", "builtin", null, Long, Seed: 94));
        await using var events = Read(await _client.GetStreamAsync($"/api/runs/{id}/events", Cancellation)).GetAsyncEnumerator(Cancellation);
        await NextState(events);

        Runs.Pause(id);
        application.Time.Advance(RunService.FollowPace);
        Assert.Equal("paused", await NextState(events));
        Runs.Cancel(id);
        application.Time.Advance(RunService.FollowPace);
        Assert.Equal("cancelled", await NextState(events));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task A_client_that_listens_watches_and_one_that_leaves_is_forgotten()
    {
        var id = Runs.Start(new("neuron", "builtin", null, Long, Seed: 95));
        var answer = await _client.GetAsync($"/api/runs/{id}/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        application.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(Runs.Describe(id).State.IsActive());

        answer.Dispose();

        await ComponentContext.Until(() =>
        {
            application.Time.Advance(TimeSpan.FromMinutes(1)); // longer than the grace
            return Runs.Describe(id).State == RunState.Cancelled;
        });
    }

    [Fact]
    public async Task A_browser_that_comes_back_after_the_end_is_sent_away()
    {
        var id = Runs.Start(new("neuron", "builtin", null, new NeuronOptions { Steps = 1, Size = 24 }, Seed: 96));
        await Runs.WatchAsync(id, Cancellation).LastAsync(Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/runs/{id}/events") { Headers = { { "Last-Event-ID", "end" } } };

        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync(again, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/runs/nobody/events", Cancellation)).StatusCode);
    }

    private static string? Name(SseItem<JsonElement> item) => item.Data.GetProperty("name").GetString();

    private static async Task<string?> NextState(IAsyncEnumerator<SseItem<JsonElement>> events)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.EventType == "state")
            {
                return events.Current.Data.GetProperty("state").GetString();
            }
        }

        return null;
    }

    private static IAsyncEnumerable<SseItem<JsonElement>> Read(Stream stream) =>
        SseParser.Create(stream, (_, data) => JsonSerializer.Deserialize<JsonElement>(data)).EnumerateAsync(Cancellation);

    public sealed class ClockedApplication : Application
    {
        public FakeTimeProvider Time { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
        }
    }
}
