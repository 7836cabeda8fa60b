using System.Text;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CnnVis.Web.Api;

/// <summary>Starting, controlling and reading runs.</summary>
internal static class RunEndpoints
{
    private const int MaxSpecBytes = 64 * 1024;
    private const string OnlyTheirs = "Only for who started it, known by the cookie that came with the answer.";

    public static void MapRuns(this RouteGroupBuilder api)
    {
        api.MapPost("/runs", Start).WithMetadata(new RequestSizeLimitAttribute(MaxSpecBytes))
            .TakesBody("application/json", "The run's spec; fresh is no part of it.", RunBody.Schema)
            .MayRefuse(400, 413, 429)
            .WithSummary("Starts a run, or finds the one that computed the same.")
            .WithDescription("It goes on whether or not anybody watches.");
        api.MapGet("/runs/{id}", (string id, IRunService runs) => RunResource.From(runs.Describe(id)))
            .MayRefuse(404, 410).WithSummary("How a run stands.");
        api.MapGet("/runs/{id}/events", Follow)
            .GivesEvents<RunEvent>().MayRefuse(404).WithSummary("Follows a run by server-sent events.")
            .WithDescription("First its past, then what comes, until it ends. Events of type state, frame (one that the run keeps) and scalars (new values of a named number). The last is a state with the id end; a browser's EventSource that connects again after it is answered 204 and stops.");
        api.MapPost("/runs/{id}/pause", (string id, IRunService runs, HttpContext http) => Control(id, runs, run => runs.Pause(run, Visitor.Of(http))))
            .MayRefuse(404, 409).WithSummary("Holds the run after the step it is in.");
        api.MapPost("/runs/{id}/resume", (string id, IRunService runs, HttpContext http) => Control(id, runs, run => runs.Resume(run, Visitor.Of(http))))
            .MayRefuse(404, 409).WithSummary("Lets a paused run go on.");
        api.MapPost("/runs/{id}/cancel", (string id, IRunService runs, HttpContext http) => Control(id, runs, run => runs.Cancel(run, Visitor.Of(http))))
            .MayRefuse(404).WithSummary("Ends the run; its newest picture stays. If others asked for the same and watch it too, it goes on for them.");
        api.MapPost("/runs/{id}/continue", (string id, IRunService runs, HttpContext http) => Control(id, runs, run => runs.Continue(run, pinned: true, Visitor.Of(http))))
            .MayRefuse(400, 403, 404, 429).WithSummary("Lets a run that was interrupted go on from its last checkpoint.");
        api.MapPost("/runs/{id}/options", (string id, Dictionary<string, double> options, IRunService runs, HttpContext http) => Control(id, runs, run => runs.Change(run, options, Visitor.Of(http))))
            .WithMetadata(new RequestSizeLimitAttribute(MaxSpecBytes))
            .MayRefuse(400, 404, 409).WithSummary("Changes options of a run from its next step on, such as {\"rate\": 0.1}; the spec tells of it.");
        api.MapDelete("/runs/{id}", Delete)
            .MayRefuse(403, 404).WithSummary("Deletes a run.").WithDescription(OnlyTheirs);
        api.MapPut("/runs/{id}/expiry", Expire)
            .MayRefuse(400, 403, 404).WithSummary("Sets when a run is deleted, or that it never is.").WithDescription(OnlyTheirs);
        api.MapGet("/runs/{id}/arrays/{name}.npy", Array)
            .GivesFile("application/octet-stream").MayRefuse(404).WithSummary("A raw result of a completed run as a NumPy file, float32.");
    }

    private static async Task<Created<RunResource>> Start(HttpRequest request, IRunService runs, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var (spec, fresh) = RunRequest.Read(await reader.ReadToEndAsync(cancellation));
        var id = runs.Start(spec, pinned: true, fresh, Visitor.Of(request.HttpContext));
        return TypedResults.Created($"/api/runs/{id}", RunResource.From(runs.Describe(id)));
    }

    private static Results<ServerSentEventsResult<RunEvent>, NoContent> Follow(
        string id, [FromHeader(Name = "Last-Event-ID")] string? last, IRunService runs, IHostApplicationLifetime application, HttpContext context)
    {
        _ = runs.Describe(id); // while the answer can still be a problem
        if (last == RunEvents.End)
        {
            return TypedResults.NoContent();
        }

        // A server that stops does not wait for those who listen.
        var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, application.ApplicationStopping);
        context.Response.RegisterForDispose(either);
        return TypedResults.ServerSentEvents(RunEvents.Of(runs.FollowAsync(id, either.Token, Visitor.Of(context))));
    }

    private static NoContent Delete(string id, IRunService runs, HttpContext context)
    {
        runs.Delete(id, Visitor.Of(context));
        return TypedResults.NoContent();
    }

    private static Results<Ok<RunResource>, NoContent> Expire(string id, Expiry expiry, IRunService runs, HttpContext context)
    {
        runs.Expire(id, expiry.ExpiresAt, Visitor.Of(context));
        try
        {
            return TypedResults.Ok(RunResource.From(runs.Describe(id)));
        }
        catch (OtherVersionException)
        {
            return TypedResults.NoContent(); // done, though nobody here can describe it
        }
    }

    private sealed record Expiry
    {
        /// <summary>Null says never; nothing says nothing.</summary>
        public required DateTimeOffset? ExpiresAt { get; init; }
    }

    private static Ok<RunResource> Control(string id, IRunService runs, Action<string> act)
    {
        act(id);
        return TypedResults.Ok(RunResource.From(runs.Describe(id)));
    }

    private static FileContentHttpResult Array(string id, string name, IRunService runs)
    {
        var arrays = runs.Newest(id)?.Arrays;
        return arrays is not null && arrays.TryGetValue(name, out var array)
            ? TypedResults.File(NpyFile.Write(array), "application/octet-stream", $"{FileNames.Of(runs.Describe(id))}-{name}.npy")
            : throw new UnknownThingException("array", name, $"This run has {Names(arrays)}.");
    }

    private static string Names(IReadOnlyDictionary<string, FloatArray>? arrays) =>
        arrays is { Count: > 0 } ? string.Join(", ", arrays.Keys) : "none until it is completed";
}
