using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using TorchSharp;

namespace CnnVis.Web.Runs;

/// <summary>
/// The one thread that computes. Runs take turns, one step each, so that thirty visitors share it fairly. TorchSharp's
/// dispose scopes and gradient switches belong to a thread, which is why a run never changes it.
/// </summary>
internal sealed partial class EngineLane(RunRegistry registry, IOptions<CnnVisOptions> options, ILogger<EngineLane> logger) : IHostedService, IDisposable
{
    private readonly BlockingCollection<Run> _queue = [];
    private readonly CancellationTokenSource _stopping = new();
    private Thread? _thread;
    private Task? _stopped;

    /// <summary>Puts a run at the end of the queue.</summary>
    public void Enqueue(Run run)
    {
        if (!_stopping.IsCancellationRequested)
        {
            _queue.Add(run);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "engine" };
        _thread.Start();
        return Task.CompletedTask;
    }

    // A host may be told to stop from two sides.
    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= StopOnceAsync(cancellationToken);

    public void Dispose()
    {
        _queue.Dispose();
        _stopping.Dispose();
    }

    private async Task StopOnceAsync(CancellationToken cancellation)
    {
        await _stopping.CancelAsync();
        await Task.Run(() => _thread?.Join(), cancellation);
        registry.InterruptAll();
    }

    private void Work()
    {
        // libtorch's number of threads belongs to the thread that calls it.
        torch.set_num_threads(options.Value.EngineThreads ?? Math.Max(1, Environment.ProcessorCount - 1));
        try
        {
            foreach (var run in _queue.GetConsumingEnumerable(_stopping.Token))
            {
                Advance(run);
            }
        }
        catch (OperationCanceledException)
        {
            // The application is shutting down.
        }
    }

    // Whatever one run does wrong, the next one's turn comes.
    private void Advance(Run run)
    {
        try
        {
            if (run.Advance())
            {
                Enqueue(run);
            }
        }
        catch (Exception e)
        {
            LogFailure(e, run.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "Run {Id} failed.")]
    private partial void LogFailure(Exception exception, string id);
}
