using Microsoft.AspNetCore.Mvc;

namespace CnnVis.Web.Api;

/// <summary>The stable types and the sentences of problems, also of those that the framework finds before any of our code.</summary>
internal static class ProblemWords
{
    private const string Type = "urn:cnnvis:problem:";

    /// <param name="kind">The end of the type, such as <c>unknown-layer</c>.</param>
    public static ProblemDetails Problem(int status, string kind, string sentence) =>
        new() { Status = status, Type = Type + kind, Title = TitleOf(kind), Detail = sentence };

    /// <summary>The problem of a status about which nobody knows more.</summary>
    public static ProblemDetails Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem(status, "unknown-address", "There is nothing at this address: /openapi/v1.json says what there is."),
        StatusCodes.Status405MethodNotAllowed => Problem(status, "wrong-method", "This address is not asked by this method: /openapi/v1.json says by which."),
        StatusCodes.Status413PayloadTooLarge => Problem(status, "too-large", "The request's body is larger than anything that is expected here."),
        StatusCodes.Status415UnsupportedMediaType => Problem(status, "wrong-media-type", "The request's body is of another kind than expected: name application/json as its Content-Type."),
        < StatusCodes.Status500InternalServerError => Problem(
            status, "bad-request", "The request could not be read: its body is no JSON as expected here, lacks a member, or a value is of the wrong kind."),
        _ => Problem(status, "fault", "A fault in the server; its log tells more."),
    };

    /// <summary>Gives a problem of the framework's our type and our sentence; one of ours stays as it is.</summary>
    public static void Complete(ProblemDetails problem)
    {
        if (problem.Type?.StartsWith(Type, StringComparison.Ordinal) != true)
        {
            var known = Of(problem.Status ?? StatusCodes.Status500InternalServerError);
            (problem.Type, problem.Title, problem.Detail) = (known.Type, known.Title, known.Detail);
        }
    }

    // "unknown-layer" is "Unknown layer": the same for every problem of the type.
    private static string TitleOf(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' ');
}
