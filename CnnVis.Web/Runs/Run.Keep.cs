namespace CnnVis.Web.Runs;

/// <summary>What is written down of a run, and its end.</summary>
internal sealed partial class Run
{
    /// <summary>Whether it is time for a checkpoint; the next one is asked for later. Called on the engine's thread.</summary>
    public bool WantsCheckpoint(int step, int total)
    {
        if (!KeyFrames.MayCarryCheckpoint(Spec, step, total) || _time.GetElapsedTime(_checkpointed) < _host.CheckpointPace)
        {
            return false;
        }

        _checkpointed = _time.GetTimestamp();
        return true;
    }

    private void Remember(RunPast past)
    {
        _latest = past.Frame is { } frame ? new StoredFrame(frame) : null;
        foreach (var step in past.Kept)
        {
            _kept[step] = null;
        }

        foreach (var (name, values) in past.Curves)
        {
            _curves[name] = [.. values];
        }
    }

    private void Keep(StoredFrame frame)
    {
        if (_kept.TryAdd(frame.Frame.Step, frame))
        {
            _host.Journal.Write(new(Describe(), frame, _host.Inputs, _host.Maker, problem => TakeNews(frame, problem)));
        }
    }

    // No step after this. A run is called completed only when its result is safe: who was told so finds it again,
    // whatever happens to this process. Other ends are told at once.
    private bool End(RunState state)
    {
        if (_ended)
        {
            return false;
        }

        _ended = true;
        _host.Ended(this);
        _host.Metrics.Ended(Spec.Technique, state);
        if (state != RunState.Completed)
        {
            Conclude(state);
        }

        var last = _latest is { } latest ? new StoredFrame(latest.Frame, exact: true) : null;
        if (last is not null)
        {
            _kept[last.Frame.Step] = last;
        }

        _host.Journal.Write(new(Describe() with { State = state }, last, _host.Inputs, _host.Maker, problem => Settle(state, problem)));
        return true;
    }

    private void Settle(RunState state, string? problem)
    {
        lock (_lock)
        {
            _unsaved ??= problem;
            Conclude(state);
        }

        if (_unsaved is null)
        {
            _host.Forget(this);
        }
    }

    private void Conclude(RunState state)
    {
        State = state;
        _watchers.Close();
    }

    // Once it is written down it need not be held here.
    private void TakeNews(StoredFrame frame, string? problem)
    {
        lock (_lock)
        {
            _unsaved ??= problem;
            if (problem is null)
            {
                _kept[frame.Frame.Step] = null;
            }
        }
    }
}
