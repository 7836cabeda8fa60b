using System.Threading.Channels;
using CnnVis.Core;
using Microsoft.EntityFrameworkCore;
using static CnnVis.Web.Languages.Words;

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

            await WriteAsync(batch);
        }
    }

    // An entry at fault takes no other along; a database that cannot be used is not asked again for each of them.
    private async Task WriteAsync(List<JournalEntry> batch)
    {
        var fault = await StoreAsync(batch);
        if (fault is not null and not StoreUnavailableException && batch.Count > 1)
        {
            foreach (var entry in batch)
            {
                await WriteAsync([entry]);
            }

            return;
        }

        Interlocked.Add(ref _waiting, -batch.Count);
        batch.ForEach(entry => entry.Done(fault is null ? null : (fault as CnnVisException)?.Message ?? Key("A fault in the server; its log tells more.")));
    }

    // Without a pause: who waits for a thread in the middle of a transaction keeps all others from writing.
    private async Task<Exception?> StoreAsync(List<JournalEntry> batch)
    {
        try
        {
            await Task.WhenAll(batch.Select(entry => entry.Frame?.Encoded ?? Task.CompletedTask));
            using var context = contexts.CreateDbContext();
            using var transaction = context.Database.BeginTransaction();
            batch.ForEach(entry => RunWriter.Write(context, entry, time.GetUtcNow().ToUnixTimeMilliseconds()));
            transaction.Commit();
            return null;
        }
        catch (Exception e)
        {
            LogProblem(e, batch.Count);
            return StoreUnavailableException.Of(e) ?? e;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} entries of runs could not be written.")]
    private partial void LogProblem(Exception exception, int count);
}
