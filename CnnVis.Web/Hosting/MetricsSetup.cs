using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace CnnVis.Web.Hosting;

/// <summary>The numbers at <c>/metrics</c>, as Prometheus reads them.</summary>
internal static class MetricsSetup
{
    private const string Address = "/metrics";

    public static IServiceCollection AddOurMetrics(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(RunMetrics.MeterName)
            .AddMeter("Microsoft.AspNetCore.Components.Server.Circuits", "System.Runtime") // .NET's own: browsers, memory
            .AddPrometheusExporter());
        return services;
    }

    /// <summary>Who may not read them finds no such page.</summary>
    public static void UseOurMetrics(this WebApplication app)
    {
        var reader = new MetricsReader(app.Services.GetRequiredService<IOptions<CnnVisOptions>>().Value.MetricsToken);
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == Address && reader.IsAllowed(context));

        var (metrics, admission, journal) = (app.Services.GetRequiredService<RunMetrics>(),
            app.Services.GetRequiredService<Admission>(), app.Services.GetRequiredService<RunJournal>());
        metrics.Observe("cnnvis.runs.running", "Runs under way, paused ones among them.", () => admission.Count.Running);
        metrics.Observe("cnnvis.runs.waiting", "Runs that wait until they may begin.", () => admission.Count.Waiting);
        metrics.Observe("cnnvis.store.waiting", "Entries of runs that wait to be written down.", () => journal.Waiting);
    }
}
