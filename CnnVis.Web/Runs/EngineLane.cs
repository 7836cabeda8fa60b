using Microsoft.Extensions.Options;
using TorchSharp;

namespace CnnVis.Web.Runs;

/// <summary>
/// The threads that compute, a step of some run each: see <see cref="FairQueue"/>. TorchSharp's dispose scopes and
/// gradient switches belong to a thread, and none outlives a step: so the next step may be another thread's.
/// </summary>
internal sealed partial class EngineLane(FairQueue queue, RunRegistry registry, IOptions<CnnVisOptions> options, ILogger<EngineLane> logger)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Thread> _threads = [];
    private Task? _stopped;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        for (var lane = 1; lane <= options.Value.EngineLanes; lane++)
        {
            var thread = new Thread(Work) { IsBackground = true, Name = $"engine {lane}" };
            _threads.Add(thread);
            thread.Start();
        }

        return Task.CompletedTask;
    }

    // A host may be told to stop from two sides.
    public Task StopAsync(CancellationToken cancellationToken) => _stopped ??= StopOnceAsync(cancellationToken);

    public void Dispose() => _stopping.Dispose();

    private async Task StopOnceAsync(CancellationToken cancellation)
    {
        await _stopping.CancelAsync();
        await Task.Run(() => _threads.ForEach(thread => thread.Join()), cancellation);
        registry.InterruptAll();
    }

    private void Work()
    {
        // libtorch's number of threads belongs to the thread that calls it.
        torch.set_num_threads(options.Value.EngineThreads ?? Math.Max(1, Environment.ProcessorCount - 1));
        try
        {
            while (true)
            {
                queue.Serve(Advance, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The application is shutting down.
        }
    }

    // Whatever one run does wrong, the next one's turn comes.
    private bool Advance(Run run)
    {
        try
        {
            return run.Advance();
        }
        catch (Exception e)
        {
            LogFailure(e, run.Id);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Run {Id} failed.")]
    private partial void LogFailure(Exception exception, string id);
}
