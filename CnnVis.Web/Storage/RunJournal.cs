using System.Threading.Channels;
using CnnVis.Core;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Where runs hand in what is to be kept of them.</summary>
internal interface IRunJournal
{
    /// <summary>Takes the entry and returns at once; entries are written in this order.</summary>
    void Write(JournalEntry entry);
}

/// <summary>
/// The one writer of runs: the engine never waits for the disk. What has come meanwhile is written in one transaction,
/// because each costs a wait for the disk, however much is in it.
/// </summary>
internal sealed partial class RunJournal(IDbContextFactory<StoreContext> contexts, TimeProvider time, ILogger<RunJournal> logger)
    : BackgroundService, IRunJournal
{
    private const int MostAtOnce = 32;
    private readonly Channel<JournalEntry> _entries = Channel.CreateUnbounded<JournalEntry>(new() { SingleReader = true });

    private int _waiting;

    /// <summary>Entries that are not written yet.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void Write(JournalEntry entry)
    {
        if (_entries.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _waiting);
        }
    }

    /// <summary>Writes what is still waiting, then ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _entries.Writer.TryComplete();
        await (ExecuteTask?.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        await base.StopAsync(cancellationToken);
    }

    // Ends when the channel is completed rather than when the host begins to stop: nothing that was handed in is lost.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _entries.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<JournalEntry>();
            while (batch.Count < MostAtOnce && _entries.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await Task.WhenAll(batch.Select(entry => entry.Frame?.Encoded ?? Task.CompletedTask));
            var problem = Store(batch);
            Interlocked.Add(ref _waiting, -batch.Count);
            batch.ForEach(entry => entry.Done(problem));
        }
    }

    // Without a pause: who waits for a thread in the middle of a transaction keeps all others from writing.
    private string? Store(List<JournalEntry> batch)
    {
        try
        {
            using var context = contexts.CreateDbContext();
            using var transaction = context.Database.BeginTransaction();
            batch.ForEach(entry => RunWriter.Write(context, entry, time.GetUtcNow().ToUnixTimeMilliseconds()));
            transaction.Commit();
            return null;
        }
        catch (Exception e)
        {
            LogProblem(e, batch.Count);
            return (StoreUnavailableException.Of(e) as CnnVisException)?.Message ?? "A fault in the server; its log tells more.";
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} entries of runs could not be written.")]
    private partial void LogProblem(Exception exception, int count);
}
