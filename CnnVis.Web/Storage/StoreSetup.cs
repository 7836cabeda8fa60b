using CnnVis.Web.Runs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Storage;

/// <summary>Which database there is, and its way to the present model.</summary>
internal static partial class StoreSetup
{
    private const string FileName = "cnnvis.db";

    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddSingleton<MemoryDatabase>();
        services.AddDbContextFactory<StoreContext>((provider, context) => Choose(provider, context));
        services.AddSingleton<Store>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunKeeping>();
        services.AddSingleton<InterruptedRuns>();
        services.AddSingleton<RunList>();
        services.AddHostedService<Janitor>();
        services.AddSingleton<RunJournal>().AddSingleton<IRunJournal>(provider => provider.GetRequiredService<RunJournal>());
        services.AddHostedService(provider => provider.GetRequiredService<RunJournal>());
        return services;
    }

    /// <summary>Brings the database to the present model; runs that the last process left unfinished are called interrupted.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be used; the sentence says why.</exception>
    public static void OpenStore(this IServiceProvider services) => services.GetRequiredService<Store>().Do(context =>
    {
        if (services.GetRequiredService<IOptions<CnnVisOptions>>().Value is { Database: null, DataDirectory: { } directory })
        {
            Directory.CreateDirectory(directory);
        }

        context.Database.Migrate();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();
        context.Runs.Where(run => run.State == RunState.Queued || run.State == RunState.Running || run.State == RunState.Paused)
            .ExecuteUpdate(run => run.SetProperty(record => record.State, RunState.Interrupted).SetProperty(record => record.EndedAt, now));
    });

    /// <summary>The same for the application: whether it can start; if not, one sentence in the log says why.</summary>
    public static bool TryOpenStore(this WebApplication app)
    {
        try
        {
            app.Services.OpenStore();
            return true;
        }
        catch (StoreUnavailableException problem)
        {
            LogProblem(app.Logger, problem.Message);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Critical, "{Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);

    private static void Choose(IServiceProvider services, DbContextOptionsBuilder context)
    {
        var options = services.GetRequiredService<IOptions<CnnVisOptions>>().Value;
        if (options.Database is { } server)
        {
            context.UseNpgsql(server);
        }
        else if (options.DataDirectory is { } directory)
        {
            context.UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, FileName) }.ToString());
        }
        else
        {
            context.UseSqlite(services.GetRequiredService<MemoryDatabase>().Address);
        }
    }
}

/// <summary>Where nothing may be kept the database lives in memory, as long as this holds it.</summary>
internal sealed class MemoryDatabase : IDisposable
{
    private readonly Lazy<SqliteConnection> _held;

    public MemoryDatabase()
    {
        var address = new SqliteConnectionStringBuilder { DataSource = $"cnnvis-{Guid.NewGuid():n}", Mode = SqliteOpenMode.Memory, Cache = SqliteCacheMode.Shared };
        _held = new(() =>
        {
            var connection = new SqliteConnection(address.ToString());
            connection.Open();
            return connection;
        });
    }

    public string Address => _held.Value.ConnectionString;

    public void Dispose()
    {
        if (_held.IsValueCreated)
        {
            _held.Value.Dispose();
        }
    }
}
