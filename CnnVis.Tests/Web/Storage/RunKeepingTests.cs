using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;

namespace CnnVis.Tests.Web.Storage;

public sealed class RunKeepingTests(PostgreSql server) : IClassFixture<PostgreSql>, IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_run_takes_along_what_only_it_used_and_leaves_a_tombstone(bool postgres)
    {
        await using var store = await OpenAsync(postgres);
        var another = StoredRuns.Rich() with { Picture = Pictures.Soft(9, 9) };
        await store.WriteAsync(
            StoredRuns.Entry("a", RunState.Completed, StoredRuns.Rich()), StoredRuns.Entry("b", RunState.Completed, another));
        var before = store.Store.Ask(context => context.Blobs.Count());

        store.Keeping.Delete("a");

        Assert.Null(store.Runs.Find("a"));
        Assert.True(store.Runs.WasDeleted("a"));
        Assert.False(store.Runs.WasDeleted("b"));
        Assert.Equal(before - 1, store.Store.Ask(context => context.Blobs.Count())); // its picture: the arrays are the other's too
        Assert.Equal(another.Picture.Rgb, store.Runs.Newest("b")!.Picture.Rgb);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_has_expired_is_deleted_and_nothing_else(bool postgres)
    {
        await using var store = await OpenAsync(postgres);
        await store.WriteAsync(new[] { "soon", "late", "never", "changed" }.Select(id => StoredRuns.Entry(id, RunState.Completed, StoredRuns.Rich())));
        var now = store.Time.GetUtcNow();
        store.Keeping.Expire("soon", now.AddDays(1));
        store.Keeping.Expire("late", now.AddDays(3));
        store.Keeping.Expire("changed", now.AddDays(1));
        store.Keeping.Expire("changed", null);
        Assert.Equal(now.AddDays(3), store.Runs.Find("late")!.ExpiresAt);

        store.Time.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, store.Keeping.Clean());
        Assert.Null(store.Runs.Find("soon"));
        Assert.All(["late", "never", "changed"], id => Assert.NotNull(store.Runs.Newest(id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_older_than_runs_become_here_is_deleted_unless_it_is_pinned_public_or_under_way(bool postgres)
    {
        await using var store = await OpenAsync(postgres, retentionDays: 30);
        await store.WriteAsync(new[] { "old", "pinned", "public", "expires" }.Select(id => StoredRuns.Entry(id, RunState.Completed, StoredRuns.Rich()))
            .Append(StoredRuns.Entry("under way", RunState.Running, StoredRuns.Rich())));
        store.Keeping.Expire("pinned", null);
        store.Keeping.Publish("public", true);
        store.Keeping.Expire("expires", store.Time.GetUtcNow().AddDays(90));
        store.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, store.Keeping.Clean());

        Assert.True(store.Runs.WasDeleted("old"));
        Assert.All(["pinned", "public", "expires", "under way"], id => Assert.NotNull(store.Runs.Newest(id)));
        Assert.Equal((true, true), (store.Runs.Find("pinned")!.IsPinned, store.Runs.Find("public")!.IsPublic));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_picture_that_no_run_needs_is_deleted_with_its_bytes(bool postgres)
    {
        await using var store = await OpenAsync(postgres, retentionDays: 30);
        var (needed, unused, sample) = (Blob.Of([1]), Blob.Of([2]), Blob.Of([3]));
        store.Store.Do(context =>
        {
            foreach (var (blob, used) in new[] { (needed, 0), (unused, 0), (sample, long.MaxValue) })
            {
                blob.Store(context);
                context.Pictures.Add(new PictureRecord { Id = blob.Hash, UsedAt = used });
            }

            context.SaveChanges();
        });
        await store.WriteAsync(StoredRuns.Entry("a", RunState.Running) with { Inputs = [needed.Hash] });

        store.Keeping.Clean();

        Assert.Equal(new[] { needed.Hash, sample.Hash }.Order(), store.Store.Ask(context => context.Pictures.Select(picture => picture.Id).ToList()).Order());
        Assert.False(store.Store.Ask(context => context.Blobs.Any(blob => blob.Hash == unused.Hash)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_still_comes_of_a_deleted_run_is_not_taken_in_and_it_can_be_deleted_again(bool postgres)
    {
        await using var store = await OpenAsync(postgres);
        store.Keeping.Delete("a"); // not written down yet

        Assert.Equal([null], await store.WriteAsync(StoredRuns.Entry("a", RunState.Cancelled, StoredRuns.Rich())));
        store.Keeping.Delete("a");

        Assert.Null(store.Runs.Find("a"));
        Assert.True(store.Runs.WasDeleted("a"));
        Assert.Equal(0, store.Keeping.Clean());
    }

    private async Task<StoreFixture> OpenAsync(bool postgres, int? retentionDays = null)
    {
        var store = new StoreFixture(new()
        {
            Database = postgres ? await server.NewDatabaseAsync() : null, DataDirectory = _folder.Path, RetentionDays = retentionDays,
        });
        store.Open();
        return store;
    }
}
