using System.Net;
using System.Net.Http.Headers;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CnnVis.Tests.Web.Hosting;

/// <summary>The numbers as Prometheus reads them. They are those of the process: so no other test runs beside these.</summary>
[Collection(nameof(Alone))]
public sealed class MetricsTests(MetricsTests.MeasuredApplication application) : IClassFixture<MetricsTests.MeasuredApplication>
{
    private const string Token = "only-for-tests";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_is_counted_from_its_start_to_its_end()
    {
        var runs = application.Services.GetRequiredService<IRunService>();
        var id = runs.Start(new RunSpec("neuron", "builtin", null, new NeuronOptions { Steps = 3, Size = 24 }, Seed: 97));
        var frames = await runs.WatchAsync(id, Cancellation).CountAsync(Cancellation);

        var numbers = await NumbersAsync();

        Assert.Equal("1", numbers["cnnvis_runs_started_total{technique=\"neuron\"}"]);
        Assert.Equal("1", numbers["cnnvis_runs_ended_total{state=\"completed\",technique=\"neuron\"}"]);
        Assert.Equal("4", numbers["cnnvis_step_duration_seconds_count{technique=\"neuron\"}"]); // the start picture and three steps
        Assert.Equal($"{frames}", numbers["cnnvis_frames_sent_total"]);
        Assert.Equal(("0", "0", "0"), (numbers["cnnvis_runs_running"], numbers["cnnvis_runs_waiting"], numbers["cnnvis_store_waiting"]));
    }

    [Fact]
    public async Task Who_may_not_read_them_finds_no_such_page()
    {
        using var answer = await application.CreateClient().GetAsync("/metrics", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("cnnvis_", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    // Each sample by its name and labels; the scope that OpenTelemetry adds to the labels says nothing here.
    private async Task<Dictionary<string, string>> NumbersAsync()
    {
        var client = application.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var text = await client.GetStringAsync("/metrics", Cancellation);
        return text.Replace("otel_scope_name=\"CnnVis\",", "", StringComparison.Ordinal).Replace("{otel_scope_name=\"CnnVis\"}", "", StringComparison.Ordinal)
            .Split('\n').Where(line => line.StartsWith("cnnvis_", StringComparison.Ordinal)).Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => parts[1]);
    }

    public sealed class MeasuredApplication : Application
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("CnnVis:MetricsToken", Token);
        }
    }
}
