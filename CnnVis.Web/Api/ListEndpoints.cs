using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using CnnVis.Web.Storage;

namespace CnnVis.Web.Api;

/// <summary>Runs among others: a visitor's own, and the gallery.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this RouteGroupBuilder api)
    {
        api.MapGet("/runs", (string? state, string? technique, string? page, RunList list, HttpContext http) =>
                Answer(list.Of(Visitor.Of(http), new RunFilter(technique, State: RunList.StateOf(state)), RunList.PageOf(page))))
            .MayRefuse(400).WithSummary("The runs that were started with the same cookie, the newest first, 24 a page; only those in a state, such as interrupted, or of a technique.");
        api.MapGet("/gallery", (string? technique, string? network, string? layer, string? page, RunList list) =>
                Answer(list.Public(new RunFilter(technique, network, layer), RunList.PageOf(page))))
            .MayRefuse(400).WithSummary("Results that their makers show to everybody, the newest first, 24 a page; only those of a technique, network or layer.");
        api.MapPut("/runs/{id}/gallery", (string id, Publication publication, IRunService runs, HttpContext http) =>
            {
                runs.Publish(id, publication.Public, Visitor.Of(http));
                return TypedResults.NoContent();
            })
            .MayRefuse(400, 403, 404).WithSummary("Shows a completed run that was started with the same cookie in the gallery, {public: true}, or takes it down.");
    }

    private static Page Answer(RunPage page) => new([.. page.Runs.Select(Item.Of)], page.Number, page.More);

    private sealed record Publication
    {
        public required bool Public { get; init; }
    }

    private sealed record Page(IReadOnlyList<Item> Runs, int Number, bool More);

    private sealed record Item(
        string Id, string Title, string Technique, string? Network, string? Layer, RunState State, int Step, int Total, DateTimeOffset StartedAt, bool Public, string Link, string? Thumbnail)
    {
        public static Item Of(RunSummary run) => new(
            run.Id, SharedRunWords.Title(run.Technique), run.Technique, run.Network, run.Layer, run.State, run.Step, run.Total, run.StartedAt, run.Public,
            $"/r/{run.Id}", run.Shown is { } step ? $"/api/runs/{run.Id}/frames/{step}/thumbnail.webp" : null);
    }
}
