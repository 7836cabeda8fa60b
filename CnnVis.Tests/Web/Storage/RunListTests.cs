using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;

namespace CnnVis.Tests.Web.Storage;

public sealed class RunListTests(PostgreSql server) : IClassFixture<PostgreSql>, IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_hold_24_runs_the_newest_first_and_the_last_says_that_there_are_no_more(bool postgres)
    {
        await using var store = await OpenAsync(postgres);
        await store.WriteAsync(Enumerable.Range(0, 50).Select(i => Entry($"run{i:00}", RunState.Completed)));
        store.Store.Do(context => context.Runs.ToList().ForEach(run => store.Keeping.Publish(run.Id, published: true)));

        var pages = Enumerable.Range(1, 4).Select(number => store.List.Public(new RunFilter(), number)).ToList();

        Assert.Equal([24, 24, 2, 0], pages.Select(page => page.Runs.Count));
        Assert.Equal([true, true, false, false], pages.Select(page => page.More));
        Assert.Equal(50, pages.SelectMany(page => page.Runs).Select(run => run.Id).Distinct().Count());
        Assert.All(pages[0].Runs, run => Assert.Equal(("neuron", "builtin", "stage4", 2), (run.Technique, run.Network, run.Layer, run.Shown)));
        Assert.Equal(new RunFilter("neuron", "builtin", "stage4"), Assert.Single(store.List.Choices()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_maker_finds_runs_by_state_and_the_gallery_shows_completed_ones_only(bool postgres)
    {
        await using var store = await OpenAsync(postgres);
        await store.WriteAsync(Entry("done", RunState.Completed), Entry("stopped", RunState.Cancelled), Entry("another's", RunState.Completed, "b"));
        store.Keeping.Publish("stopped", published: true);

        Assert.Equal(["done", "stopped"], store.List.Of("a", new RunFilter(), 1).Runs.Select(run => run.Id).Order());
        Assert.Equal("stopped", Assert.Single(store.List.Of("a", new RunFilter(State: RunState.Cancelled), 1).Runs).Id);
        Assert.Empty(store.List.Of("a", new RunFilter(Technique: "deepdream"), 1).Runs);
        Assert.Empty(store.List.Public(new RunFilter(), 1).Runs);
    }

    private static JournalEntry Entry(string id, RunState state, string maker = "a") => StoredRuns.Entry(id, state, StoredRuns.Rich()) with { Maker = maker };

    private async Task<StoreFixture> OpenAsync(bool postgres)
    {
        var store = new StoreFixture(new() { Database = postgres ? await server.NewDatabaseAsync() : null, DataDirectory = _folder.Path });
        store.Open();
        return store;
    }
}
