using CnnVis.Core;

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

    /// <exception cref="SharedRunException">Others asked for the same and watch it too.</exception>
    public void Pause(string? visitor = null)
    {
        lock (_lock)
        {
            RequireAlone(visitor);
            if (State is RunState.Queued or RunState.Running)
            {
                State = RunState.Paused;
                _watchers.StartFarewell(PausedPatience); // a pinned run may go on alone, but not stand still for ever
            }
        }
    }

    public void Resume(string? visitor = null)
    {
        lock (_lock)
        {
            RequireAlone(visitor);
            if (State == RunState.Paused)
            {
                State = RunState.Running;
                _watchers.StartFarewell();
                _speed.Restart();
                Schedule();
            }
        }
    }

    public void StepOnce(string? visitor = null)
    {
        lock (_lock)
        {
            RequireAlone(visitor);
            if (State == RunState.Paused)
            {
                _stepOnce = true;
                _speed.Restart();
                Schedule();
            }
        }
    }

    /// <summary>It goes on even when nobody watches it.</summary>
    public void Pin()
    {
        lock (_lock)
        {
            Pinned = true;
        }
    }

    /// <summary>Somebody else asked for the same, or the same visitor again.</summary>
    public void Ask(string? visitor, bool pinned)
    {
        lock (_lock)
        {
            Pinned |= pinned;
            if (visitor is not null)
            {
                _askers.Add(visitor);
            }
        }
    }

    /// <summary>Ends the run, unless others asked for the same and watch it too: then it goes on for them.</summary>
    /// <returns>Whether it has ended.</returns>
    public bool Leave(string? visitor)
    {
        lock (_lock)
        {
            if (!IsOthers(visitor))
            {
                Cancel();
                return true;
            }

            _askers.Remove(visitor ?? "");
            return false;
        }
    }

    /// <summary>From the step after the one it is in on, these options have other values; the spec tells of it.</summary>
    /// <exception cref="CnnVisException">It has ended, was changed too often, or others watch it too.</exception>
    public void Change(IReadOnlyDictionary<string, double> options, string? visitor = null)
    {
        lock (_lock)
        {
            RequireAlone(visitor);
            if (_ended)
            {
                throw HasEnded();
            }

            Spec = Spec.With(new OptionsChange(Math.Max(0, (Latest?.Step ?? -1) + (_stepping ? 1 : 0)), options));
            SpecHash = RunSpecJson.Hash(Spec);
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

    public static InvalidOptionsException HasEnded() => new("The run has ended, so nothing about it can change: start a new one.");

    // Whoever asked for a run and watches it may count on it; who has closed the page, or only looks on, does not count.
    // A teacher's run is the teacher's, however many of the class asked for the same.
    private bool IsOthers(string? visitor) => _host.MakerLeads() ? visitor != _host.Maker : _askers.Any(asker => asker != visitor && _watchers.Has(asker));

    private void RequireAlone(string? visitor)
    {
        if (IsOthers(visitor) && State.IsActive())
        {
            throw new SharedRunException();
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
