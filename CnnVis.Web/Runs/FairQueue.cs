namespace CnnVis.Web.Runs;

/// <summary>
/// Whose step comes next: that of the visitor who has used the engine least, as in fair queueing (Demers, Keshav,
/// Shenker 1989). A visitor's runs take turns among themselves, and who comes anew begins level with the others, so
/// that neither long runs nor many nor slow steps hold anybody up. Thread-safe.
/// </summary>
internal sealed class FairQueue(TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Share> _shares = [];
    private readonly SemaphoreSlim _waiting = new(0);
    private double _level;

    /// <summary>Puts a run at the end of its visitor's.</summary>
    public void Add(Run run)
    {
        lock (_lock)
        {
            if (!_shares.TryGetValue(run.Visitor, out var share))
            {
                _shares[run.Visitor] = share = new Share { Used = _level };
            }

            share.Runs.Enqueue(run);
        }

        _waiting.Release();
    }

    /// <summary>Waits for a run, lets it do a step, and puts it back if it wants another.</summary>
    public void Serve(Func<Run, bool> step, CancellationToken stopping)
    {
        _waiting.Wait(stopping);
        var (run, share) = Next();
        var began = time.GetTimestamp();
        var goesOn = step(run);
        Charge(share, time.GetElapsedTime(began).TotalSeconds);
        if (goesOn)
        {
            Add(run);
        }

        Tidy(run.Visitor, share);
    }

    public void Dispose() => _waiting.Dispose();

    private (Run Run, Share Share) Next()
    {
        lock (_lock)
        {
            var share = _shares.Values.Where(one => one.Runs.Count > 0).MinBy(one => one.Used)!;
            _level = Math.Max(_level, share.Used);
            share.Stepping++;
            return (share.Runs.Dequeue(), share);
        }
    }

    private void Charge(Share share, double seconds)
    {
        lock (_lock)
        {
            share.Used += seconds;
            share.Stepping--;
        }
    }

    // Who has nothing left to do is forgotten, and with it what was used.
    private void Tidy(string visitor, Share share)
    {
        lock (_lock)
        {
            // Another lane may have done so already, and the visitor come anew.
            if (share is { Stepping: 0, Runs.Count: 0 } && _shares.GetValueOrDefault(visitor) == share)
            {
                _shares.Remove(visitor);
            }
        }
    }

    private sealed class Share
    {
        public Queue<Run> Runs { get; } = new();

        /// <summary>Seconds of the engine, counted from the level at which the visitor came.</summary>
        public double Used { get; set; }

        /// <summary>Runs that are in a step at the moment.</summary>
        public int Stepping { get; set; }
    }
}
