using CnnVis.Web.Runs;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;

namespace CnnVis.Web.Hosting;

/// <summary>The headers that tell browsers what this application never does.</summary>
public static class SecurityHeaders
{
    private static readonly string Policy = string.Join("; ",
        "default-src 'self'", // fonts, scripts and pictures all come from here: the system works without the internet
        "style-src 'self' 'unsafe-inline'", // MudBlazor writes its theme and its popovers' places as inline styles
        "img-src 'self' data: blob:", // MudBlazor's icons in styles; pictures a visitor is about to upload
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'");

    public static void UseSecurityHeaders(this WebApplication app)
    {
        var parents = EmbedParents.Sources(app.Services.GetRequiredService<IOptions<CnnVisOptions>>().Value.EmbedParents);
        app.Use((context, next) =>
        {
            // At the start of the response: the exception handler clears what was set before it.
            context.Response.OnStarting(() => Write(context, parents));
            return next(context);
        });
    }

    private static Task Write(HttpContext context, string parents)
    {
        var headers = context.Response.Headers;
        var framed = context.GetEndpoint()?.Metadata.GetMetadata<EmbeddableAttribute>() is not null;
        headers.ContentSecurityPolicy =
            $"{Policy}{ScriptsOf(context)}; frame-ancestors {(framed ? parents : "'self'")}; connect-src 'self'{WebSocketsOf(context.Request.Host)}";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // a run's address is nobody else's business
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (framed)
        {
            // Antiforgery tokens bring along a header that can name no parents, and a cookie that nothing here needs.
            headers.Remove("X-Frame-Options");
            headers.Remove("Set-Cookie");
        }

        return Task.CompletedTask;
    }

    // Only the API's reference has an inline script, with a number that nobody can guess.
    private static string ScriptsOf(HttpContext context) =>
        context.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce ? $"; script-src 'self' 'nonce-{nonce}'" : "";

    // Older Safaris do not count ws: as 'self'. Refusals have headers, too, and the host they refuse must not enter one.
    private static string WebSocketsOf(HostString host) => HostCheck.IsPlain(host) ? $" ws://{host} wss://{host}" : "";
}
