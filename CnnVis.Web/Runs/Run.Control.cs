namespace CnnVis.Web.Runs;

/// <summary>What visitors do to a run.</summary>
internal sealed partial class Run
{
    private static readonly TimeSpan PausedPatience = TimeSpan.FromMinutes(10);

    public void Start()
    {
        lock (_lock)
        {
            _watchers.StartFarewell();
            Schedule();
        }
    }

    public void Pause()
    {
        lock (_lock)
        {
            if (State is RunState.Queued or RunState.Running)
            {
                State = RunState.Paused;
                _watchers.StartFarewell(PausedPatience); // a pinned run may go on alone, but not stand still for ever
            }
        }
    }

    public void Resume()
    {
        lock (_lock)
        {
            if (State == RunState.Paused)
            {
                State = RunState.Running;
                _watchers.StartFarewell();
                _speed.Restart();
                Schedule();
            }
        }
    }

    public void StepOnce()
    {
        lock (_lock)
        {
            if (State == RunState.Paused)
            {
                _stepOnce = true;
                _speed.Restart();
                Schedule();
            }
        }
    }

    public void Cancel()
    {
        lock (_lock)
        {
            if (State.IsActive())
            {
                End(RunState.Cancelled);
                Schedule(); // the engine's thread frees what the technique holds
            }
        }
    }

    private void CancelIfUnwatched()
    {
        lock (_lock)
        {
            if (_watchers.None && (!Pinned || State == RunState.Paused))
            {
                Cancel();
            }
        }
    }

    private void End(RunState state)
    {
        State = state;
        _watchers.Close();
    }

    // A run stands in the queue once at most, however often it is paused and resumed.
    private void Schedule()
    {
        if (!_scheduled)
        {
            _scheduled = true;
            _schedule(this);
        }
    }
}
