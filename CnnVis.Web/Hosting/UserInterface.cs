using CnnVis.Web.Components;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Languages;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace CnnVis.Web.Hosting;

/// <summary>What the pages need, in one place each for services and endpoints.</summary>
public static class UserInterface
{
    public static IServiceCollection AddUserInterface(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddLanguages();
        services.TryAddSingleton(TimeProvider.System);

        // Scoped, because each circuit has its own browser; Blazor finds the same object as the circuit's handler.
        services.AddScoped<CircuitPresence>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<CircuitPresence>());
        services.AddScoped<CircuitVisitor>();
        services.AddScoped<MapViewMemory>(); // as long as the visit lasts
        return services;
    }

    /// <summary>
    /// Comes first. What answers differently, as the HTTP API does, adds its own handlers after it: the inner ones win.
    /// </summary>
    public static void UseUserInterface(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHostCheck();
        app.UseRequestLocalization(); // errors have the language of their page, too
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
    }

    public static void MapUserInterface(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapLanguages();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits =>
        {
            // Pictures are small already: to compress them again for each who watches costs more than all else that sends them.
            circuits.DisableWebSocketCompression = true;
            circuits.ContentSecurityFrameAncestorsPolicy = null; // see SecurityHeaders
        });
    }
}
