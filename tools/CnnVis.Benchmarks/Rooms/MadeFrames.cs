using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CnnVis.Benchmarks.Rooms;

/// <summary>When the engine made each frame of the one run it has, noted on its thread.</summary>
internal sealed class MadeFrames : IDisposable
{
    private readonly MeterListener _steps = new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "cnnvis.step.duration")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        },
    };

    private readonly Lock _lock = new();
    private readonly List<long> _made = [];

    public MadeFrames()
    {
        _steps.SetMeasurementEventCallback<double>((_, _, _, _) => Note());
        _steps.Start();
    }

    /// <summary>The times by step, from 0.</summary>
    public IReadOnlyList<long> Times
    {
        get
        {
            lock (_lock)
            {
                return [.. _made];
            }
        }
    }

    public void Dispose() => _steps.Dispose();

    private void Note()
    {
        lock (_lock)
        {
            _made.Add(Stopwatch.GetTimestamp());
        }
    }
}
