using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CnnVis.Core;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

/// <summary>Runs that do what the test says.</summary>
internal sealed class FakeRunService : IRunService
{
    private readonly List<Channel<EncodedFrame>> _watchers = [];

    public List<RunSpec> Started { get; } = [];

    public List<string> Commands { get; } = [];

    public Dictionary<string, RunDescription> Known { get; } = [];

    public CnnVisException? Refusal { get; set; }

    public int Watchers => _watchers.Count;

    public int WatchesSoFar { get; private set; }

    public int Questions { get; private set; }

    public static RunDescription Running(string id, RunSpec? spec = null) => new(
        id, RunState.Running, spec ?? new RunSpec("deepdream", "small", "cat", new DeepDreamOptions()),
        Step: 12, Total: 40, StepsPerSecond: 8.3, Curves: new Dictionary<string, IReadOnlyList<double>> { ["objective"] = [1, 2, 3] }, Arrays: [], Error: null);

    public void Show(int step, params HeatMap[] maps)
    {
        var frame = new EncodedFrame(step, 40, "image/webp", [(byte)step]) { Maps = [.. maps.Select(EncodedMap.Of)] };
        foreach (var watcher in _watchers.ToArray())
        {
            watcher.Writer.TryWrite(frame);
        }
    }

    public void End() => _watchers.ToList().ForEach(watcher => watcher.Writer.Complete());

    public string Start(RunSpec spec, bool pinned = false, bool fresh = false, string? visitor = null)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        Started.Add(spec);
        var id = $"run-{Started.Count}";
        Known[id] = Running(id, spec);
        return id;
    }

    public RunDescription Describe(string id)
    {
        Questions++;
        return Known.TryGetValue(id, out var run) ? run : throw new UnknownThingException("run", id, "Start a new one.");
    }

    public RunState StateOf(string id) => Describe(id).State;

    public Frame? Frame { get; set; }

    public Dictionary<string, Frame> Frames { get; } = [];

    public Frame? Newest(string id) => Known.ContainsKey(id)
        ? Frames.GetValueOrDefault(id) ?? Frame
        : throw new UnknownThingException("run", id, "Start a new one.");

    public Frame FrameAt(string id, int step) => Frames.GetValueOrDefault($"{id}@{step}")
        ?? throw new UnknownThingException("frame", $"{step}", "It is not kept.");

    public Task<EncodedFrame> EncodedAtAsync(string id, int step)
    {
        var frame = FrameAt(id, step);
        return Task.FromResult(new EncodedFrame(step, frame.Total, "image/webp", [(byte)step]) { Maps = [.. frame.Maps.Select(EncodedMap.Of)] });
    }

    public void Pin(string id)
    {
        _ = Describe(id);
        Commands.Add($"pin {id}");
    }

    public void Pause(string id, string? visitor = null) => Commands.Add($"pause {id}");

    public void Resume(string id, string? visitor = null) => Commands.Add($"resume {id}");

    public void StepOnce(string id, string? visitor = null) => Commands.Add($"step {id}");

    public bool Shared { get; set; }

    public bool Cancel(string id, string? visitor = null)
    {
        Commands.Add($"cancel {id}");
        return !Shared;
    }

    public void Continue(string id, bool pinned = false, string? visitor = null) => Commands.Add($"continue {id}");

    public void Change(string id, IReadOnlyDictionary<string, double> options, string? visitor = null)
    {
        Known[id] = Known[id] with { Spec = Known[id].Spec.With(new OptionsChange(Known[id].Step, options)) };
        Commands.Add($"change {id} {string.Join(" ", options.Select(option => FormattableString.Invariant($"{option.Key}={option.Value}")))}");
    }

    public void Publish(string id, bool published, string? visitor) => Commands.Add($"publish {id} {published}");

    public void Expire(string id, DateTimeOffset? at, string? visitor) => Commands.Add($"expire {id} {at:yyyy-MM-dd}");

    public void Delete(string id, string? visitor) => Commands.Add($"delete {id}");

    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string id, [EnumeratorCancellation] CancellationToken cancellation, string? visitor = null)
    {
        var mailbox = Channel.CreateBounded<EncodedFrame>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        _watchers.Add(mailbox);
        WatchesSoFar++;
        try
        {
            await foreach (var frame in mailbox.Reader.ReadAllAsync(cancellation))
            {
                yield return frame;
            }
        }
        finally
        {
            _watchers.Remove(mailbox);
        }
    }

    /// <summary>Nobody can watch any more, and this is why.</summary>
    public void Break(CnnVisException fault) => _watchers.ForEach(mailbox => mailbox.Writer.TryComplete(fault));

    public IAsyncEnumerable<RunDescription> FollowAsync(string id, CancellationToken cancellation, string? visitor = null) =>
        new[] { Describe(id) }.ToAsyncEnumerable();
}
