using CnnVis.Tests.Support;
using CnnVis.Web.Runs;

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

        Assert.Equal(1, store.Keeping.DeleteExpired());
        Assert.Null(store.Runs.Find("soon"));
        Assert.All(["late", "never", "changed"], id => Assert.NotNull(store.Runs.Newest(id)));
    }

    private async Task<StoreFixture> OpenAsync(bool postgres)
    {
        var store = new StoreFixture(new() { Database = postgres ? await server.NewDatabaseAsync() : null, DataDirectory = _folder.Path });
        store.Open();
        return store;
    }
}
