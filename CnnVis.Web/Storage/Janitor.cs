namespace CnnVis.Web.Storage;

/// <summary>Clears away what nobody needs any more, once an hour.</summary>
internal sealed partial class Janitor(RunKeeping keeping, TimeProvider time, ILogger<Janitor> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        do
        {
            Clean();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).AsTask().ContinueWith(tick => tick is { IsCompletedSuccessfully: true, Result: true }, TaskScheduler.Default));
    }

    private void Clean()
    {
        try
        {
            if (keeping.Clean() is > 0 and var count)
            {
                LogDeleted(count);
            }
        }
        catch (StoreUnavailableException problem)
        {
            LogProblem(problem.Message); // the next hour may be better
        }
    }

    [LoggerMessage(LogLevel.Information, "Old runs that were deleted: {Count}.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private partial void LogProblem(string problem);
}
