using CnnVis.Web.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Storage;

/// <summary>How long runs are kept. Every method throws <see cref="StoreUnavailableException"/> where the database fails.</summary>
internal sealed class RunKeeping(Store store, TimeProvider time, IOptions<CnnVisOptions> options)
{
    private const int MostAtOnce = 100;

    /// <summary>Sets when the run is to be deleted, or that it never is.</summary>
    public void Expire(string id, DateTimeOffset? at)
    {
        var milliseconds = at?.ToUnixTimeMilliseconds();
        store.Do(context => context.Runs.Where(run => run.Id == id).ExecuteUpdate(run => run
            .SetProperty(record => record.ExpiresAt, milliseconds)
            .SetProperty(record => record.Pinned, milliseconds == null)));
    }

    /// <summary>Puts the run on the wall for everybody, or takes it down.</summary>
    public void Publish(string id, bool published) => store.Do(context => context.Runs.Where(run => run.Id == id)
        .ExecuteUpdate(run => run.SetProperty(record => record.Public, published)));

    /// <summary>Deletes the run, and what only it used; its link will say that it was deleted.</summary>
    public void Delete(string id) => store.Do(context =>
    {
        using var transaction = context.Database.BeginTransaction();
        Delete(context, [id]);
        Unused(context).ExecuteDelete();
        transaction.Commit();
    });

    /// <summary>Deletes runs that have expired, or are as old as runs become here and neither pinned nor public; and uploaded pictures as old that no run needs.</summary>
    /// <returns>How many runs that were.</returns>
    public int Clean()
    {
        var now = time.GetUtcNow();
        var oldest = options.Value.RetentionDays is { } days ? now.AddDays(-days).ToUnixTimeMilliseconds() : long.MinValue;
        var runs = DeleteRuns(now.ToUnixTimeMilliseconds(), oldest);
        DeletePictures(oldest);
        DeleteUnused();
        return runs;
    }

    // Whoever begins to write keeps others from it: so each looks first whether there is anything to do.
    private int DeleteRuns(long now, long oldest) => store.Ask(context =>
    {
        var old = context.Runs
            .Where(run => run.ExpiresAt <= now || (run.ExpiresAt == null && !run.Pinned && !run.Public && run.EndedAt != null && run.EndedAt < oldest))
            .Select(run => run.Id).ToList();
        foreach (var some in old.Chunk(MostAtOnce))
        {
            using var transaction = context.Database.BeginTransaction();
            Delete(context, [.. some]);
            transaction.Commit();
        }

        return old.Count;
    });

    private void DeletePictures(long oldest) => store.Do(context =>
    {
        var unused = context.Pictures.Where(picture => picture.UsedAt < oldest && !context.Parts.Any(part => part.Hash == picture.Id));
        if (unused.Any())
        {
            unused.ExecuteDelete();
        }
    });

    private void DeleteUnused() => store.Do(context =>
    {
        if (Unused(context).Any())
        {
            Unused(context).ExecuteDelete();
        }
    });

    private static IQueryable<BlobRecord> Unused(StoreContext context) => context.Blobs
        .Where(blob => !context.Parts.Any(part => part.Hash == blob.Hash) && !context.Pictures.Any(picture => picture.Id == blob.Hash));

    // Also where nothing is written down yet: what still comes of the run is not taken in.
    private void Delete(StoreContext context, List<string> ids)
    {
        context.Runs.Where(run => ids.Contains(run.Id)).ExecuteDelete(); // frames and parts go with it
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var id in ids)
        {
            context.Database.ExecuteSql($"""INSERT INTO "Tombstones" ("RunId", "DeletedAt") VALUES ({id}, {now}) ON CONFLICT DO NOTHING""");
        }
    }
}
