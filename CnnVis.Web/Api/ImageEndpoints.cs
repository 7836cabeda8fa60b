using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CnnVis.Web.Api;

/// <summary>The pictures that runs start from.</summary>
internal static class ImageEndpoints
{
    public static void MapImages(this RouteGroupBuilder api)
    {
        api.MapPost("/images", Add)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.DisableRequestSizeLimitAttribute()) // bounded below, with a clearer sentence
            .TakesBody("image/*", "The picture file's bytes.").MayRefuse(400, 429)
            .WithSummary("Takes a picture.").WithDescription("PNG, JPEG, WebP, GIF or AVIF, at most 10 MB.");
        api.MapGet("/images/{id}", ShowAsync)
            .GivesFile("image/webp").MayRefuse(404, 429).WithSummary("The picture as the techniques see it.").WithDescription("Upright, 8-bit, its longer side at most 2,048 pixels.");
        api.MapGet("/images/{id}.png", ShowExactlyAsync)
            .GivesFile("image/png").MayRefuse(404, 429).WithSummary("The same, exact.");
    }

    private static async Task<Created<StoredImage>> Add(HttpRequest request, IPictureStore pictures, CancellationToken cancellation)
    {
        var file = await ReadBounded(request.Body, PictureDecoder.MaxBytes + 1, cancellation);
        var id = await pictures.AddAsync(file, cancellation);
        return TypedResults.Created($"/api/images/{id}", new StoredImage(id));
    }

    private sealed record StoredImage(string Id);

    private static Task<FileContentHttpResult> ShowAsync(
        string id, IPictureStore pictures, PictureFiles files, HttpResponse response, CancellationToken cancellation) =>
        GiveAsync(files.GetAsync((id, "webp"), () => PictureFile.WebP(pictures.Find(id)), cancellation), response);

    private static Task<FileContentHttpResult> ShowExactlyAsync(
        string id, IPictureStore pictures, PictureFiles files, HttpResponse response, CancellationToken cancellation) =>
        GiveAsync(files.GetAsync((id, "png"), () => PictureFile.Png(pictures.Find(id)), cancellation), response);

    private static async Task<FileContentHttpResult> GiveAsync(Task<PictureFile> making, HttpResponse response)
    {
        var file = await making;
        response.Headers.CacheControl = "private, max-age=86400, immutable"; // the id is the content
        return TypedResults.Bytes(file.Bytes, file.ContentType);
    }

    // One byte more than allowed is read, so that the decoder can say what is wrong.
    private static async Task<byte[]> ReadBounded(Stream body, int limit, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (memory.Length < limit && await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            memory.Write(buffer, 0, (int)Math.Min(read, limit - memory.Length));
        }

        return memory.ToArray();
    }
}
