namespace CnnVis.Web.Runs;

/// <summary>Steps per second over the last few steps, so that it follows a run whose steps grow slower.</summary>
internal sealed class RunSpeed(TimeProvider time)
{
    private const int Window = 20;
    private readonly Queue<long> _stamps = new();

    /// <summary>0 before the second step.</summary>
    public double StepsPerSecond { get; private set; }

    public void CountStep()
    {
        var now = time.GetTimestamp();
        if (_stamps.TryPeek(out var first))
        {
            var elapsed = time.GetElapsedTime(first, now).TotalSeconds;
            StepsPerSecond = elapsed > 0 ? _stamps.Count / elapsed : StepsPerSecond;
        }

        _stamps.Enqueue(now);
        if (_stamps.Count > Window)
        {
            _stamps.Dequeue();
        }
    }

    /// <summary>Forgets the past, so that a pause does not count as slowness.</summary>
    public void Restart() => _stamps.Clear();
}
