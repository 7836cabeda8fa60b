using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Tests.Web.Storage;

/// <summary>Databases that cannot be used: each is told in one sentence, and nothing else breaks.</summary>
public sealed class BrokenStoreTests : IDisposable
{
    private readonly DataFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "cnnvis.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_at_the_start()
    {
        _folder.Write("cnnvis.db", [.. Enumerable.Repeat((byte)'x', 8192)]);
        await using var store = Store();

        Assert.Contains("damaged", Assert.Throws<StoreUnavailableException>(store.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_made_is_refused_at_the_start()
    {
        _folder.Write("taken", [1]);
        await using var store = new StoreFixture(new() { DataDirectory = Path.Combine(_folder.Path, "taken") });

        var message = Assert.Throws<StoreUnavailableException>(store.Open).Message;
        Assert.Contains("data directory", message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_at_the_start()
    {
        await using var store = new StoreFixture(new() { Database = "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2" });

        Assert.Contains("does not answer", Assert.Throws<StoreUnavailableException>(store.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_database_says_is_for_the_log()
    {
        await using var store = Store();
        store.Open();

        var problem = Assert.Throws<StoreUnavailableException>(() => store.Store.Do(context => context.Database.ExecuteSqlRaw("DROP TABLE secrets")));

        Assert.Equal("The database refused: the server's log tells why.", problem.Message);
    }

    [Fact]
    public async Task A_locked_database_is_told_to_the_run()
    {
        await using var store = Store();
        store.Open();
        await using var other = new SqliteConnection($"Data Source={File}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var holding = other.BeginTransaction(deferred: false);

        var answers = await store.WriteAsync(StoredRuns.Entry("a", RunState.Completed, StoredRuns.Rich()));

        Assert.Contains("locked", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_told_to_the_run_and_what_was_written_stays_readable()
    {
        await using var store = Store();
        store.Open();
        await store.WriteAsync(StoredRuns.Entry("a", RunState.Completed, StoredRuns.Rich()));
        await using var full = Store(mostPages: 1);

        var answers = await full.WriteAsync(StoredRuns.Entry("b", RunState.Completed, StoredRuns.Rich() with { Picture = Pictures.Soft(300, 300) }));

        Assert.Contains("no room", Assert.Single(answers), StringComparison.Ordinal);
        Assert.NotNull(full.Runs.Newest("a"));
    }

    private StoreFixture Store(int? mostPages = null) => new(new() { DataDirectory = _folder.Path }, mostPages);
}
