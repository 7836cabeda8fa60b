using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CnnVis.Web.Hosting;

/// <summary>
/// Who may read the numbers of a server: whoever sends the token that the settings name, or, where they name none, who
/// asks from the same machine.
/// </summary>
internal sealed class MetricsReader(string? token)
{
    private const string Scheme = "Bearer ";

    // What a proxy on this machine passes on comes from anywhere.
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"];

    public bool IsAllowed(HttpContext context) => string.IsNullOrEmpty(token) ? IsFromHere(context) : Sends(context.Request, token);

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    private static bool Sends(HttpRequest request, string token) =>
        request.Headers.Authorization is [{ } sent] && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent[Scheme.Length..]), Encoding.UTF8.GetBytes(token));
}
