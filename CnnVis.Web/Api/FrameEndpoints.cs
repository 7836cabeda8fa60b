using System.Security.Cryptography;
using CnnVis.Core;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CnnVis.Web.Api;

/// <summary>The pictures of a run: its newest, and those of the steps that it keeps.</summary>
internal static class FrameEndpoints
{
    public const int SmallestThumbnail = 16;
    public const int LargestThumbnail = 512;

    public static void MapFrames(this RouteGroupBuilder api)
    {
        api.MapGet("/runs/{id}/result.png", (string id, [AsParameters] Look look, IRunService runs, FrameFiles files, CancellationToken cancellation) => ShowAsync(id, null, "png", look, runs, files, cancellation))
            .GivesFile("image/png").MayRefuse(400, 404, 429)
            .WithSummary("The newest picture, exact.").WithDescription("Its maps are laid over it, side by side if there are several.");
        api.MapGet("/runs/{id}/result.webp", (string id, [AsParameters] Look look, IRunService runs, FrameFiles files, CancellationToken cancellation) => ShowAsync(id, null, "webp", look, runs, files, cancellation))
            .GivesFile("image/webp").MayRefuse(400, 404, 429).WithSummary("The newest picture, small.");
        api.MapGet("/runs/{id}/frames/{step:int}", Travelled)
            .GivesFile("image/jpeg", "image/png").MayRefuse(404).WithSummary("The frame of a step as it travelled.").WithDescription("JPEG on the way, PNG at the end; without maps.");
        api.MapGet("/runs/{id}/frames/{step:int}.png", (string id, int step, [AsParameters] Look look, IRunService runs, FrameFiles files, CancellationToken cancellation) => ShowAsync(id, step, "png", look, runs, files, cancellation))
            .GivesFile("image/png").MayRefuse(400, 404, 429).WithSummary("The frame of a step with its maps.");
        api.MapGet("/runs/{id}/frames/{step:int}.webp", (string id, int step, [AsParameters] Look look, IRunService runs, FrameFiles files, CancellationToken cancellation) => ShowAsync(id, step, "webp", look, runs, files, cancellation))
            .GivesFile("image/webp").MayRefuse(400, 404, 429).WithSummary("The frame of a step with its maps, small.");
        api.MapGet("/runs/{id}/frames/{step:int}/thumbnail.webp", ThumbnailAsync)
            .GivesFile("image/webp").MayRefuse(400, 404, 429).WithSummary("The frame of a step with its maps, very small.");
    }

    private static async Task<FileContentHttpResult> ShowAsync(
        string id, int? step, string form, Look look, IRunService runs, FrameFiles files, CancellationToken cancellation)
    {
        var run = runs.Describe(id);
        var file = await files.ShowAsync(id, step, form, look.Read(), cancellation);
        return TypedResults.File(file.Bytes, file.ContentType, $"{FileNames.Of(run)}-step{file.Step}.{form}");
    }

    private static async Task<FileContentHttpResult> Travelled(string id, int step, IRunService runs, HttpResponse response)
    {
        var state = runs.StateOf(id); // before the frame, which may be another by the time the run is completed
        var frame = await runs.EncodedAtAsync(id, step);
        return Lasting(frame.Bytes, frame.ContentType, state, response);
    }

    private static async Task<FileContentHttpResult> ThumbnailAsync(
        string id, int step, int? width, IRunService runs, FrameFiles files, HttpResponse response, CancellationToken cancellation)
    {
        if (width is < SmallestThumbnail or > LargestThumbnail)
        {
            throw new InvalidOptionsException($"width must be {SmallestThumbnail} to {LargestThumbnail}.");
        }

        var state = runs.StateOf(id);
        var file = await files.ThumbnailAsync(id, step, width ?? 96, cancellation);
        return Lasting(file.Bytes, file.ContentType, state, response);
    }

    // A step of a completed run is for ever the same picture. One that goes on after a stop, or was changed, may show
    // another at a step that it showed before: then the browser asks again whether it is still the same.
    private static FileContentHttpResult Lasting(byte[] bytes, string contentType, RunState state, HttpResponse response)
    {
        response.Headers.CacheControl = state == RunState.Completed ? "private, max-age=86400, immutable" : "private, no-cache";
        return TypedResults.Bytes(bytes, contentType, entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    /// <summary>How maps are to look, as plain texts that <see cref="MapQuery"/> understands or refuses in a clear sentence.</summary>
    internal sealed record Look(
        [FromQuery(Name = "map")] string? Map,
        [FromQuery(Name = "opacity")] string? Opacity,
        [FromQuery(Name = "overlay")] string? Overlay,
        [FromQuery(Name = "common")] string? Common)
    {
        public MapQuery Read() => MapQuery.Read(Map, Opacity, Overlay, Common);
    }
}
