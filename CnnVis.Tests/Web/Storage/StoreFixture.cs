using System.Data.Common;
using System.Globalization;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Storage;

/// <summary>The application's own storage over a database that is there for one test.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="mostPages">As if the disk had no room for more pages than that, or than there are.</param>
    public StoreFixture(CnnVisOptions options, int? mostPages = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(Options.Create(options));
        services.AddStore();
        services.ConfigureDbContext<StoreContext>(context => context.AddInterceptors(new Impatience()));
        if (mostPages is { } most)
        {
            services.ConfigureDbContext<StoreContext>(context => context.AddInterceptors(new FullDisk(most)));
        }

        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Store Store => _services.GetRequiredService<Store>();

    public RunStore Runs => _services.GetRequiredService<RunStore>();

    public RunKeeping Keeping => _services.GetRequiredService<RunKeeping>();

    public RunList List => _services.GetRequiredService<RunList>();

    public InterruptedRuns Interrupted => _services.GetRequiredService<InterruptedRuns>();

    public void Open() => _services.OpenStore();

    /// <summary>Writes entries as the application does, and tells what was answered.</summary>
    public async Task<IReadOnlyList<string?>> WriteAsync(params IEnumerable<JournalEntry> entries)
    {
        var journal = _services.GetRequiredService<RunJournal>();
        var answers = new List<string?>();
        foreach (var entry in entries)
        {
            journal.Write(entry with { Done = answers.Add });
        }

        await journal.StartAsync(CancellationToken.None);
        await journal.StopAsync(CancellationToken.None); // writes all that was handed in
        return answers;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // Who finds the database locked waits for half a minute; no test should.
    private sealed class Impatience : DbConnectionInterceptor
    {
        public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
        {
            if (result is SqliteConnection sqlite)
            {
                sqlite.DefaultTimeout = 1;
            }

            return result;
        }
    }

    private sealed class FullDisk(int pages) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}");
            command.ExecuteNonQuery();
        }
    }
}
