using System.Text;
using CnnVis.Core.Networks;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using CnnVis.Web.Sharing.PyTorch;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CnnVis.Web.Api;

/// <summary>A run as a file: moving, or as words that make it again.</summary>
internal static class ExportEndpoints
{
    private static readonly (string Path, string Form, string ContentType, string Summary)[] Animations =
    [
        ("result.gif", "gif", "image/gif", "The kept frames as an animated GIF."),
        ("animation.webp", "webp", "image/webp", "The kept frames as an animated WebP: smaller, with all colours."),
        ("animation.mp4", "mp4", "video/mp4", "The kept frames as a video, where ffmpeg is installed on the server."),
        ("animation.webm", "webm", "video/webm", "The kept frames as a video in WebM, where ffmpeg is installed on the server."),
    ];

    public static void MapExports(this RouteGroupBuilder api)
    {
        foreach (var (path, form, contentType, summary) in Animations)
        {
            api.MapGet($"/runs/{{id}}/{path}", (string id, string? seconds, string? size, [AsParameters] FrameEndpoints.Look look, IRunService runs, Exports exports, CancellationToken cancellation) =>
                    AnimateAsync(runs.Describe(id), form, contentType, AnimationLook.Read(seconds, size), look.Read(), exports, cancellation))
                .GivesFile(contentType).MayRefuse(400, 404, 429).WithSummary(summary);
        }

        api.MapGet("/runs/{id}/result.json", (string id, IRunService runs, NetworkCatalog networks, HttpResponse response) =>
            {
                var run = runs.Describe(id);
                response.Headers.ContentDisposition = $"inline; filename=\"{FileNames.Of(run)}.json\"";
                return RunManifest.Of(run, networks);
            })
            .MayRefuse(404).WithSummary("The manifest: spec, seed, versions, the SHA-256 of the weights, times.");
        api.MapGet("/runs/{id}/result.py", WritePyTorch)
            .GivesFile("text/x-python").MayRefuse(404, 422)
            .WithSummary("The run as a script for torch and torchvision: saliency maps, Grad-CAM, class activation maps and DeepDream.");
    }

    private static FileContentHttpResult WritePyTorch(
        string id, HttpRequest request, IRunService runs, NetworkCatalog networks, IPictureStore pictures)
    {
        var run = runs.Describe(id);
        var file = $"{FileNames.Of(run)}.py";
        var script = PyTorchCode.Write(run, file, request.AddressOf("").TrimEnd('/'), networks, pictures);
        return TypedResults.File(Encoding.UTF8.GetBytes(script), "text/x-python", file);
    }

    private static async Task<FileContentHttpResult> AnimateAsync(
        RunDescription run, string form, string contentType, AnimationLook look, MapQuery maps, Exports exports, CancellationToken cancellation)
    {
        var file = await exports.AnimateAsync(run, form, look, maps.ShowAny, cancellation);
        return TypedResults.File(file, contentType, $"{FileNames.Of(run)}.{form}");
    }
}
