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
    private readonly TimeProvider _time;
    private readonly RunSpeed _speed;
    private readonly Watchers _watchers;
    private readonly Dictionary<string, List<double>> _curves = [];
    private IReadOnlyDictionary<string, IReadOnlyList<double>>? _drawn; // the curves as they are told, until they grow
    private readonly OrderedDictionary<int, StoredFrame?> _kept = []; // null once it is written down
    private readonly HashSet<string> _askers = [];
    private readonly RunHost _host;
    private StoredFrame? _latest;
    private Sentence? _error;
    private string? _unsaved;
    private long _checkpointed;
    private bool _scheduled, _stepping, _stepOnce, _admitted, _ended;

    /// <param name="frames">Makes the technique's steps; disposed on the engine's thread when the run ends.</param>
    /// <param name="past">Where it was when the server stopped, if it goes on from there.</param>
    public Run(RunSpec spec, bool pinned, Func<Run, IEnumerable<Frame>> frames, RunHost host, TimeProvider time, TimeSpan grace, RunPast? past = null)
    {
        (Spec, SpecHash, _host, Id) = (spec, RunSpecJson.Hash(spec), host, past?.Id ?? NewId());
        (_time, _speed, _watchers) = (time, new RunSpeed(time), new Watchers(time, grace, CancelIfUnwatched));
        (Pinned, _checkpointed) = (pinned, time.GetTimestamp());
        if (past is not null)
        {
            Remember(past);
        }

        _frames = frames(this).GetEnumerator();
    }

    public string Id { get; }

    /// <summary>Whose the run is in the engine's queue: where nobody is known, it stands for itself.</summary>
    public string Visitor => _host.Maker ?? Id;

    public RunSpec Spec { get; private set; }

    /// <summary>Runs with the same one show the same.</summary>
    public string SpecHash { get; private set; }

    public bool Pinned { get; private set; }

    public RunState State { get; private set; } = RunState.Queued;

    /// <summary>Whether no step comes any more, although its state may not tell so yet.</summary>
    public bool IsOver => _ended;

    /// <summary>As <see cref="Describe"/> tells it; every watcher of each run that waits asks all runs for it.</summary>
    public TimeSpan? TimeLeft
    {
        get
        {
            lock (_lock)
            {
                return Latest is { } latest ? RunDescription.TimeFor(State, latest.Total - latest.Step, _speed.StepsPerSecond) : null;
            }
        }
    }

    /// <summary>The newest frame, or null before the first.</summary>
    public Frame? Latest => _latest?.Frame;

    /// <summary>Whether somebody who asks for the same may watch this one: also when it is done and not, or not yet, written down.</summary>
    public bool CanBeShared => State is RunState.Queued or RunState.Running or RunState.Completed;

    public RunDescription Describe()
    {
        lock (_lock)
        {
            var arrays = State == RunState.Completed ? Latest?.Arrays.Keys : null;
            return new RunDescription(
                Id, State, Spec, Latest?.Step ?? 0, Latest?.Total ?? 0, _speed.StepsPerSecond,
                _drawn ??= _curves.ToDictionary(curve => curve.Key, IReadOnlyList<double> (curve) => [.. curve.Value]), [.. arrays ?? []], _error)
            {
                Predictions = Latest?.Predictions ?? [],
                Kept = [.. _kept.Keys],
                Maker = _host.Maker,
                Unsaved = _unsaved,
            };
        }
    }

    /// <summary>The frame of a step as long as it is kept here, or null: it may have been written down.</summary>
    public StoredFrame? FrameAt(int step)
    {
        lock (_lock)
        {
            return _latest?.Frame.Step == step ? _latest : _kept.GetValueOrDefault(step);
        }
    }

    /// <summary>The network as it was at the end of an epoch as long as it is kept here, or null: it may have been written down.</summary>
    public TrainedNetwork? NetworkOf(int epoch)
    {
        lock (_lock)
        {
            return _kept.Values.FirstOrDefault(frame => frame?.Frame.Trained?.Epoch == epoch)?.Frame.Trained;
        }
    }

    /// <param name="visitor">Who watches, or null where nobody is known.</param>
    public Channel<StoredFrame> Watch(string? visitor = null)
    {
        lock (_lock)
        {
            return _watchers.Add(_latest, visitor);
        }
    }

    public void Unwatch(Channel<StoredFrame> mailbox)
    {
        lock (_lock)
        {
            _watchers.Remove(mailbox);
        }
    }

    private static string NewId() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
