using System.Globalization;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Components.Playground;

/// <summary>A run's state in words.</summary>
internal static class RunWords
{
    public static string State(RunState state) => state switch
    {
        RunState.Queued => "Waiting for its turn",
        RunState.Running => "Running",
        RunState.Paused => "Paused",
        RunState.Completed => "Finished",
        RunState.Cancelled => "Stopped",
        RunState.Failed => "Failed",
        _ => "Interrupted by a restart of the server",
    };

    /// <summary>Such as <c>step 12 of 40 · 8.3 steps/s · 4 s left</c>.</summary>
    public static string Progress(RunDescription run)
    {
        var words = $"step {run.Step} of {run.Total}";
        if (run.StepsPerSecond > 0)
        {
            words += string.Create(CultureInfo.InvariantCulture, $" · {run.StepsPerSecond:0.0} steps/s");
        }

        return run.TimeLeft is { } left ? $"{words} · {Left(left)} left" : words;
    }

    private static string Left(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        return seconds < 100 ? $"{seconds} s" : $"{(seconds + 30) / 60} min";
    }
}
