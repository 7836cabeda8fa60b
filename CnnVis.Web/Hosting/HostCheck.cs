namespace CnnVis.Web.Hosting;

/// <summary>
/// Which host a request is for is the client's word, and it is written into links, headers and scripts: one that no
/// address can name is refused before anybody believes it.
/// </summary>
internal static class HostCheck
{
    private const string Sentence = "The request names no host that an address could have: check how this server is reached.";

    /// <summary>Comes before all that answers. Whether the server is well is answered to anybody, since old probes name no host.</summary>
    public static void UseHostCheck(this WebApplication app) => app.Use((context, next) =>
        IsPlain(context.Request.Host) || context.Request.Path.StartsWithSegments("/health") ? next(context) : RefuseAsync(context.Response));

    /// <summary>Whether it is a name or an IP address, with or without a port, such as <c>school.example:5080</c> or <c>[::1]</c>.</summary>
    public static bool IsPlain(HostString host) =>
        host.Value is { Length: > 0 } name
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || ".-_:[]".Contains(letter))
        && Uri.TryCreate($"http://{name}/", UriKind.Absolute, out _);

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "text/plain";
        return response.WriteAsync(Sentence);
    }
}
