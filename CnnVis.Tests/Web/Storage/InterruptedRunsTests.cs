using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;

namespace CnnVis.Tests.Web.Storage;

public sealed class InterruptedRunsTests(PostgreSql server) : IClassFixture<PostgreSql>, IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interrupted_run_is_reopened_at_its_newest_checkpoint_and_what_came_after_is_dropped(bool postgres)
    {
        var database = postgres ? await server.NewDatabaseAsync() : null;
        await using (var before = Open(database))
        {
            await before.WriteAsync(Entry(0, null), Entry(1, 0.25f), Entry(2, 0.5f), Entry(3, null));
        }

        await using var store = Open(database);
        var past = store.Interrupted.Reopen("a")!;

        Assert.Equal((2, 0.5f), (past.Checkpoint!.Step, Assert.Single(past.Checkpoint.Values["values"].Values)));
        Assert.Single(past.Checkpoint.Values);
        Assert.Equal([0, 1, 2], past.Kept);
        Assert.Equal([1, 2], past.Curves["objective"]);
        Assert.Equal((2, "maker"), (past.Frame!.Step, past.Maker));
        Assert.Equal((RunState.Queued, 2), (store.Runs.Find("a")!.State, store.Runs.Find("a")!.Step));
        Assert.Null(store.Runs.FrameAt("a", 3));
        Assert.Null(store.Interrupted.Reopen("a")); // it is under way

        store.Interrupted.Close("a");
        Assert.Equal(2, store.Interrupted.Reopen("a")!.Checkpoint!.Step);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_checkpoint_it_begins_anew_and_one_that_was_completed_keeps_none(bool postgres)
    {
        var database = postgres ? await server.NewDatabaseAsync() : null;
        await using (var before = Open(database))
        {
            var done = Entry(2, 1) with { Run = StoredRuns.Run("done", RunState.Completed, 2) };
            await before.WriteAsync(Entry(0, null), Entry(1, null), done);
        }

        await using var store = Open(database);
        var past = store.Interrupted.Reopen("a")!;

        Assert.Equal((null, null), (past.Checkpoint, past.Frame));
        Assert.Empty(past.Kept);
        Assert.Empty(past.Curves);
        Assert.Null(store.Interrupted.Reopen("done"));
        Assert.Equal(0, store.Store.Ask(context => context.Parts.Count(part => part.Kind == PartKind.Checkpoint)));
    }

    private StoreFixture Open(string? database)
    {
        var store = new StoreFixture(new() { Database = database, DataDirectory = _folder.Path });
        store.Open();
        return store;
    }

    // The curve has a value for each step done.
    private static JournalEntry Entry(int step, float? checkpoint)
    {
        var frame = StoredRuns.Rich(step) with
        {
            Checkpoint = checkpoint is { } value ? new Checkpoint(step, new Dictionary<string, FloatArray> { ["values"] = new([1], [value]) }) : null,
        };
        var curves = new Dictionary<string, IReadOnlyList<double>> { ["objective"] = [.. Enumerable.Range(1, step).Select(one => (double)one)] };
        var run = StoredRuns.Run("a", RunState.Running, step) with { Curves = curves };
        return new JournalEntry(run, new StoredFrame(frame), [], "maker", _ => { });
    }
}
