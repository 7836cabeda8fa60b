using System.Text.Json;
using System.Text.Json.Serialization;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CnnVis.Web.Api;

/// <summary>The HTTP API: the same runs as the pages', for programs.</summary>
internal static class ApiSetup
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSingleton<Exports>();
        services.AddSingleton<PictureFiles>();
        services.AddSingleton<FrameFiles>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => ProblemWords.Complete(context.ProblemDetails));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true); // for our handler, which has the words
        services.AddExceptionHandler<ProblemHandler>();
        services.AddReference();
        services.AddHealthChecks().AddCheck<ReadyCheck>("engine");
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // a number is no text, also in the description
        });
        return services;
    }

    /// <summary>Comes after the pages' own handlers: for the API, a problem is never a page.</summary>
    public static void UseApi(this WebApplication app) => app.UseWhen(
        context => Answers(context.Request.Path),
        api => api.UseExceptionHandler().UseStatusCodePages());

    /// <summary>Whether an address is the API's.</summary>
    public static bool Answers(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/oembed");

    public static void MapApi(this WebApplication app)
    {
        app.MapReference();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        var api = app.MapGroup("/api").DisableAntiforgery();
        Tagged("What there is").MapCatalog();
        Tagged("Pictures").MapImages();
        Tagged("Runs").MapRuns();
        Tagged("Runs").MapLists();
        Tagged("Results").MapFrames();
        Tagged("Results").MapExports();
        Tagged("Rooms").MapRooms();
        app.MapRecovery();
        app.MapGroup("").WithTags("Links").MapOEmbed();

        RouteGroupBuilder Tagged(string tag) => api.MapGroup("").WithTags(tag);
    }

    private sealed class ReadyCheck(WarmUp warmUp) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(warmUp.Done ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The engine is still starting."));
    }
}
