namespace CnnVis.Web.Runs;

/// <summary>
/// Whose step comes next: that of the visitor who has used the engine least, as in fair queueing (Demers, Keshav,
/// Shenker 1989). A visitor's runs take turns among themselves, and who comes anew begins level with the others, so
/// that neither long runs nor many nor slow steps hold anybody up. Those who come first, teachers before their class, have
/// three quarters of the engine among them while others want it too. Thread-safe.
/// </summary>
internal sealed class FairQueue(TimeProvider time, IFirstVisitors? first = null) : IDisposable
{
    private const double FirstWeight = 3;

    private readonly Lock _lock = new();
    private readonly Side _first = new(FirstWeight), _others = new(1);
    private readonly SemaphoreSlim _waiting = new(0);

    /// <summary>Puts a run at the end of its visitor's.</summary>
    public void Add(Run run)
    {
        var side = first?.Has(run.Visitor) == true ? _first : _others;
        lock (_lock)
        {
            side.Catch(side == _first ? _others : _first);
            if (!side.Shares.TryGetValue(run.Visitor, out var share))
            {
                side.Shares[run.Visitor] = share = new Share { Used = side.Level };
            }

            share.Runs.Enqueue(run);
        }

        _waiting.Release();
    }

    /// <summary>Waits for a run, lets it do a step, and puts it back if it wants another.</summary>
    public void Serve(Func<Run, bool> step, CancellationToken stopping)
    {
        _waiting.Wait(stopping);
        var (run, side, share) = Next();
        var began = time.GetTimestamp();
        var goesOn = step(run);
        Charge(side, share, time.GetElapsedTime(began).TotalSeconds);
        if (goesOn)
        {
            Add(run);
        }

        Tidy(run.Visitor, side, share);
    }

    public void Dispose() => _waiting.Dispose();

    private (Run Run, Side Side, Share Share) Next()
    {
        lock (_lock)
        {
            // Level with each other, those go first who come first.
            var side = !_others.Wants || (_first.Wants && _first.Used <= _others.Used) ? _first : _others;
            var share = side.Shares.Values.Where(one => one.Runs.Count > 0).MinBy(one => one.Used)!;
            side.Level = Math.Max(side.Level, share.Used);
            share.Stepping++;
            return (share.Runs.Dequeue(), side, share);
        }
    }

    private void Charge(Side side, Share share, double seconds)
    {
        lock (_lock)
        {
            share.Used += seconds;
            share.Stepping--;
            side.Used += seconds / side.Weight;
        }
    }

    // Who has nothing left to do is forgotten, and with it what was used.
    private void Tidy(string visitor, Side side, Share share)
    {
        lock (_lock)
        {
            // Another lane may have done so already, and the visitor come anew.
            if (share is { Stepping: 0, Runs.Count: 0 } && side.Shares.GetValueOrDefault(visitor) == share)
            {
                side.Shares.Remove(visitor);
            }
        }
    }

    /// <summary>Those who come first, or the others.</summary>
    private sealed class Side(double weight)
    {
        public double Weight { get; } = weight;

        public Dictionary<string, Share> Shares { get; } = [];

        /// <summary>What the visitor had used whose turn was last: where somebody new begins.</summary>
        public double Level { get; set; }

        /// <summary>Seconds of the engine by weight.</summary>
        public double Used { get; set; }

        public bool Wants => Shares.Values.Any(share => share.Runs.Count > 0);

        /// <summary>Who had nothing to do saves nothing up by that.</summary>
        public void Catch(Side other) => Used = Shares.Count == 0 ? Math.Max(Used, other.Used) : Used;
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
