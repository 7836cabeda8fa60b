using System.Threading.Channels;
using CnnVis.Core;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Web.Runs;

/// <summary>
/// One run: its frames, its state and its watchers. The engine's thread advances it; anyone may control and read it.
/// </summary>
internal sealed partial class Run
{
    private readonly Lock _lock = new();
    private IEnumerator<Frame>? _frames;
    private readonly Action<Run> _schedule;
    private readonly RunSpeed _speed;
    private readonly Watchers _watchers;
    private readonly Dictionary<string, List<double>> _curves = [];
    private readonly OrderedDictionary<int, StoredFrame> _kept = [];
    private StoredFrame? _latest;
    private string? _error;
    private bool _scheduled, _stepOnce;

    /// <param name="frames">The technique's steps; disposed on the engine's thread when the run ends.</param>
    /// <param name="schedule">Puts the run into the engine's queue.</param>
    public Run(RunSpec spec, bool pinned, IEnumerable<Frame> frames, Action<Run> schedule, TimeProvider time, TimeSpan grace)
    {
        (Spec, _frames, _schedule) = (spec, frames.GetEnumerator(), schedule);
        _speed = new RunSpeed(time);
        _watchers = new Watchers(time, grace, CancelIfUnwatched);
        Pinned = pinned;
    }

    public string Id { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    public RunSpec Spec { get; }

    public bool Pinned { get; }

    public RunState State { get; private set; } = RunState.Queued;

    /// <summary>The newest frame, or null before the first.</summary>
    public Frame? Latest => _latest?.Frame;

    /// <summary>About how many bytes the run holds on to once it has ended.</summary>
    public long Bytes => 1024 + (sizeof(double) * _curves.Values.Sum(curve => curve.Count)) + (_latest?.Bytes ?? 0) + _kept.Values.Sum(frame => frame.Bytes);

    public RunDescription Describe()
    {
        lock (_lock)
        {
            var arrays = State == RunState.Completed ? Latest?.Arrays.Keys : null;
            return new RunDescription(
                Id, State, Spec, Latest?.Step ?? 0, Latest?.Total ?? 0, _speed.StepsPerSecond,
                _curves.ToDictionary(curve => curve.Key, IReadOnlyList<double> (curve) => [.. curve.Value]), [.. arrays ?? []], _error)
            {
                Predictions = Latest?.Predictions ?? [],
                Kept = [.. _kept.Keys],
            };
        }
    }

    /// <summary>The frame of a step, if it is kept.</summary>
    /// <exception cref="UnknownThingException">It is not.</exception>
    public StoredFrame FrameAt(int step)
    {
        lock (_lock)
        {
            return _kept.TryGetValue(step, out var frame) ? frame : throw new UnknownThingException("frame", $"{step}", _kept.Count > 0
                ? $"This run keeps the frames of steps {string.Join(", ", _kept.Keys)}."
                : "This run keeps no frames but its newest.");
        }
    }

    /// <summary>The network as it was at the end of an epoch, or null where none was trained so far.</summary>
    public TrainedNetwork? NetworkOf(int epoch)
    {
        lock (_lock)
        {
            return _kept.Values.FirstOrDefault(frame => frame.Frame.Trained?.Epoch == epoch)?.Frame.Trained;
        }
    }

    public Channel<StoredFrame> Watch()
    {
        lock (_lock)
        {
            return _watchers.Add(_latest);
        }
    }

    public void Unwatch(Channel<StoredFrame> mailbox)
    {
        lock (_lock)
        {
            _watchers.Remove(mailbox);
        }
    }
}
