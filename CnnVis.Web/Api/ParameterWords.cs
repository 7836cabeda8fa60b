using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CnnVis.Web.Api;

/// <summary>
/// What each parameter of the API means, said once: the same name means the same everywhere. Many are read as plain
/// texts, to refuse them in a clear sentence.
/// </summary>
internal static class ParameterWords
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        foreach (var parameter in operation.Parameters ?? [])
        {
            parameter.Description ??= Of(parameter.Name, context.Description.RelativePath ?? "");
        }

        return Task.CompletedTask;
    }

    private static string? Of(string? name, string path) => name switch
    {
        "id" when path.StartsWith("api/networks", StringComparison.Ordinal) => "The network, such as builtin; /api/networks lists them.",
        "id" when path.StartsWith("api/images", StringComparison.Ordinal) => "The picture: the SHA-256 of its file.",
        "id" => "The run, as its start told it.",
        "code" => "The room's code, as its page shows it.",
        "step" => "A step whose frame the run keeps; its events and its manifest tell which.",
        "name" => "One of the arrays that the run names.",
        "map" => $"The colour map: {MapQuery.Colours}. The usual one if left out.",
        "opacity" => "The map's largest share in a pixel, 0 to 1; 0.6 if left out.",
        "common" => "true to show several maps on one scale; false if left out.",
        "overlay" => "true, or false for the map alone; true if left out.",
        "seconds" => "From the first frame to the last, 0.5 to 30; 4 if left out.",
        "size" => "The longer side in pixels, 32 to 1024; 512 if left out.",
        "width" => $"The longer side in pixels, {FrameEndpoints.SmallestThumbnail} to {FrameEndpoints.LargestThumbnail}; 96 if left out.",
        "Last-Event-ID" => "What a browser's EventSource sends when it connects again.",
        "url" => "The address of a run's page, /r/… or /embed/…, here.",
        "maxwidth" or "maxheight" => "The most pixels that frame and thumbnail may take.",
        "format" => "json, the only one; the same if left out.",
        "state" => "Only runs that are queued, running, paused, completed, cancelled, failed or interrupted.",
        "technique" => "Only runs of this technique, by its id.",
        "network" => "Only runs of this network, by its id.",
        "layer" => "Only runs that name this layer first.",
        "page" => "The page, from 1; the newest runs if left out.",
        _ => null,
    };
}
