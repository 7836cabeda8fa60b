using System.Globalization;
using CnnVis.Core;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CnnVis.Web.Api;

/// <summary>What other sites ask when somebody puts a link of ours on them: <see href="https://oembed.com">oEmbed</see>.</summary>
internal static class OEmbedEndpoint
{
    public static void MapOEmbed(this IEndpointRouteBuilder app) => app.MapGet("/oembed", DescribeAsync)
        .MayRefuse(400, 404, 501).WithSummary("How a run's link is shown on other sites, as oEmbed wants it.");

    private static async Task<Results<Ok<OEmbed>, ProblemHttpResult>> DescribeAsync(
        string? url, string? maxwidth, string? maxheight, string? format, HttpRequest request, IRunService runs, FrameFiles files)
    {
        if (format is not (null or "json"))
        {
            return TypedResults.Problem("oEmbed is spoken in JSON only here: leave format out, or ask for json.", statusCode: StatusCodes.Status501NotImplemented);
        }

        var run = runs.Describe(IdOf(url, request));
        var (width, height) = (Most(maxwidth, nameof(maxwidth)), Most(maxheight, nameof(maxheight)));
        return TypedResults.Ok(await WithThumbnailAsync(Rich(run, width, height, request), run, Math.Min(width, height), request, files));
    }

    private static OEmbed Rich(RunDescription run, int mostWidth, int mostHeight, HttpRequest request)
    {
        var (title, width, height) = (SharedRunWords.Title(run.Spec), Math.Min(EmbedFrame.UsualWidth, mostWidth), Math.Min(EmbedFrame.UsualHeight, mostHeight));
        return new(title, EmbedFrame.Html(request.AddressOf($"embed/{run.Id}"), title, width, height), width, height, request.AddressOf(""));
    }

    // Only a frame that the run keeps has an address that lasts.
    private static async Task<OEmbed> WithThumbnailAsync(OEmbed embed, RunDescription run, int most, HttpRequest request, FrameFiles files)
    {
        if (run.Kept.Count == 0 || most < FrameEndpoints.SmallestThumbnail)
        {
            return embed;
        }

        var (step, side) = (run.Kept[^1], Math.Min(most, FrameEndpoints.LargestThumbnail));
        var thumbnail = await files.ThumbnailAsync(run.Id, step, side, request.HttpContext.RequestAborted);
        return embed with
        {
            ThumbnailUrl = request.AddressOf($"api/runs/{run.Id}/frames/{step}/thumbnail.webp?width={side}"),
            ThumbnailWidth = thumbnail.Width,
            ThumbnailHeight = thumbnail.Height,
        };
    }

    private static string IdOf(string? url, HttpRequest request) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && new PathString(address.AbsolutePath).StartsWithSegments(request.PathBase, out var path)
        && path.Value?.Split('/') is ["", "r" or "embed", { Length: > 0 } id]
            ? id
            : throw new InvalidOptionsException($"url must be the address of a run here, such as {request.AddressOf("r/…")}.");

    private static int Most(string? text, string name) => text is null ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels > 0 ? pixels
        : throw new InvalidOptionsException($"{name} must be a number of pixels, such as 640.");
}
