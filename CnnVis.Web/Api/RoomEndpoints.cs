using System.Text;
using CnnVis.Core;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Classrooms.Lessons;
using CnnVis.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CnnVis.Web.Api;

/// <summary>What a teacher takes home from a room, and the format of lessons.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this RouteGroupBuilder api)
    {
        api.MapGet("/rooms/{code}/wall.zip", async (string code, HttpContext http, WallExport export, CancellationToken cancellation) =>
                File(await export.PackAsync(code, Visitor.Of(http), wall => wall.Zip(http.Request.AddressOf("")), cancellation), "application/zip", $"wall-{code}.zip"))
            .GivesFile("application/zip").MayRefuse(403, 404, 429).WithSummary("A room's wall as pictures and a page of links; for its teacher.");
        api.MapGet("/rooms/{code}/wall.html", async (string code, HttpContext http, WallExport export, CancellationToken cancellation) =>
                File(await export.PackAsync(code, Visitor.Of(http), wall => Encoding.UTF8.GetBytes(wall.Page(http.Request.AddressOf(""))), cancellation), "text/html", $"wall-{code}.html"))
            .GivesFile("text/html").MayRefuse(403, 404, 429).WithSummary("The same as one page; for the room's teacher.");
        api.MapGet("/lessons/schema.json", () => TypedResults.Text(LessonFile.Schema, "application/schema+json"))
            .GivesFile("application/schema+json").WithSummary("The format of lesson files, as JSON Schema.");
    }

    /// <summary>The recovery link: whoever brings the key along teaches the room from this browser too.</summary>
    public static void MapRecovery(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/room/{code}/recover", Recover).ExcludeFromDescription();

    private static RedirectHttpResult Recover(string code, string? key, HttpContext http, IRoomService rooms)
    {
        try
        {
            rooms.Recover(code, key ?? "", Visitor.Of(http), http.Connection.RemoteIpAddress?.ToString());
        }
        catch (CnnVisException)
        {
            return TypedResults.LocalRedirect($"~/join/{Uri.EscapeDataString(code)}?why=key");
        }

        return TypedResults.LocalRedirect($"~/room/{Uri.EscapeDataString(code)}");
    }

    private static FileContentHttpResult File(byte[] bytes, string contentType, string name) => TypedResults.File(bytes, contentType, name);
}
