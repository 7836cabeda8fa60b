namespace CnnVis.Web.Runs;

/// <summary>What visitors do to a run.</summary>
internal sealed partial class Run
{
    private static readonly TimeSpan PausedPatience = TimeSpan.FromMinutes(10);

    /// <summary>Its turn has come to be under way.</summary>
    public void Start()
    {
        lock (_lock)
        {
            _admitted = !_ended;
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
            if (!End(RunState.Cancelled))
            {
                return;
            }

            if (_admitted)
            {
                Schedule(); // the engine's thread frees what the technique holds
            }
            else
            {
                Free(); // which has not begun
            }
        }
    }

    /// <summary>The server stops: what was made so far is kept. Called when the engine has stopped.</summary>
    public void Interrupt()
    {
        lock (_lock)
        {
            End(RunState.Interrupted);
            Free();
        }
    }

    /// <summary>From now on the run goes on even when nobody watches it.</summary>
    public void Pin()
    {
        lock (_lock)
        {
            Pinned = true;
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

    // A run stands in the queue once at most, however often it is paused and resumed.
    private void Schedule()
    {
        if (!_scheduled && _admitted)
        {
            _scheduled = true;
            _host.Schedule(this);
        }
    }
}
