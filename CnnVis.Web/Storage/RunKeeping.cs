using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>How long runs are kept. Every method throws <see cref="StoreUnavailableException"/> where the database fails.</summary>
internal sealed class RunKeeping(Store store, TimeProvider time)
{
    /// <summary>Sets when the run is to be deleted, or that it never is.</summary>
    public void Expire(string id, DateTimeOffset? at) => store.Do(context => context.Runs.Where(run => run.Id == id)
        .ExecuteUpdate(run => run.SetProperty(record => record.ExpiresAt, at == null ? null : at.Value.ToUnixTimeMilliseconds())));

    /// <summary>Deletes the run, and what only it used; its link will say that it was deleted.</summary>
    public void Delete(string id) => store.Do(context =>
    {
        using var transaction = context.Database.BeginTransaction();
        Delete(context, [id]);
        transaction.Commit();
    });

    /// <summary>Deletes what has expired.</summary>
    /// <returns>How many runs that were.</returns>
    public int DeleteExpired() => store.Ask(context =>
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var expired = context.Runs.Where(run => run.ExpiresAt <= now).Select(run => run.Id).ToList();
        if (expired.Count > 0) // whoever begins to write keeps others from it
        {
            using var transaction = context.Database.BeginTransaction();
            Delete(context, expired);
            transaction.Commit();
        }

        return expired.Count;
    });

    private void Delete(StoreContext context, List<string> ids)
    {
        if (context.Runs.Where(run => ids.Contains(run.Id)).ExecuteDelete() == 0) // frames and parts go with it
        {
            return;
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        context.Tombstones.AddRange(ids.Select(id => new TombstoneRecord { RunId = id, DeletedAt = now }));
        context.SaveChanges();
        context.Blobs
            .Where(blob => !context.Parts.Any(part => part.Hash == blob.Hash) && !context.Pictures.Any(picture => picture.Id == blob.Hash))
            .ExecuteDelete();
    }
}
