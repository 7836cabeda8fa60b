using System.Runtime.InteropServices;
using CnnVis.Core;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Runs;

/// <summary>What the engine does to a run.</summary>
internal sealed partial class Run
{
    /// <summary>Does one step if the run may step. Called by the engine's thread only.</summary>
    /// <returns>Whether the run wants to step again.</returns>
    public bool Advance()
    {
        if (!BeginStep())
        {
            return false;
        }

        try
        {
            return Finish(Step());
        }
        catch (CnnVisException e)
        {
            Fail(e.Sentence);
            return false;
        }
        catch
        {
            Fail(Key("The run stopped because of a fault in the server; its log tells more."));
            throw;
        }
    }

    private Frame? Step()
    {
        var began = _time.GetTimestamp();
        var goesOn = _frames!.MoveNext();
        _host.Metrics.Stepped(Spec.Technique, _time.GetElapsedTime(began));
        return goesOn ? _frames.Current : null;
    }

    private bool BeginStep()
    {
        lock (_lock)
        {
            if (State == RunState.Queued)
            {
                State = RunState.Running;
            }

            // A paused run shows its start picture, so that there is something to look at.
            var may = State == RunState.Running || (State == RunState.Paused && (_stepOnce || _latest is null));
            _stepOnce &= _latest is null; // the start picture is no step
            _scheduled = _stepping = may &= !_ended;
            if (_ended)
            {
                Free();
            }

            return may;
        }
    }

    private bool Finish(Frame? frame)
    {
        lock (_lock)
        {
            _stepping = false;
            if (frame is not null)
            {
                Publish(frame);
            }

            if (frame is null || frame.Step == frame.Total)
            {
                End(RunState.Completed);
            }
            else if (frame.Checkpoint is not null || KeyFrames.Keeps(Spec, frame))
            {
                Keep(_latest!);
            }

            if (_ended)
            {
                Free();
            }

            return _scheduled = !_ended && (State == RunState.Running || (State == RunState.Paused && _stepOnce));
        }
    }

    private void Publish(Frame frame)
    {
        _latest = new StoredFrame(frame);
        _watchers.Send(_latest);
        if (frame.Step > 0)
        {
            _speed.CountStep();
        }

        _drawn = null;
        foreach (var (name, value) in frame.Scalars)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_curves, name, out _) ??= []).Add(value);
        }
    }

    private void Fail(Sentence sentence)
    {
        lock (_lock)
        {
            _scheduled = _stepping = false;
            Free();
            _error = _ended ? _error : sentence;
            End(RunState.Failed);
        }
    }

    // Letting go of the steps lets go of the start picture too, which they hold.
    private void Free()
    {
        _frames?.Dispose();
        _frames = null;
    }
}
