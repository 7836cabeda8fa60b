namespace CnnVis.Web.Runs;

/// <summary>Where a run is in its life.</summary>
public enum RunState
{
    Queued,
    Running,
    Paused,
    Completed,
    Cancelled,
    Failed,
    Interrupted,
}

public static class RunStates
{
    /// <summary>Whether the run may still change its picture.</summary>
    public static bool IsActive(this RunState state) => state is RunState.Queued or RunState.Running or RunState.Paused;
}
