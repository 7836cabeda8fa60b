using System.Runtime.CompilerServices;
using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Web.Storage;

namespace CnnVis.Web.Runs;

/// <inheritdoc/>
internal sealed class RunService(
    RunStarter starter, RunRegistry registry, RunStore store, RunKeeping keeping, Admission admission, RunMetrics metrics, TimeProvider time) : IRunService
{
    internal static readonly TimeSpan FollowPace = TimeSpan.FromMilliseconds(200);

    public string Start(RunSpec spec, bool pinned = false, bool fresh = false, string? visitor = null) =>
        starter.Start(spec, pinned, fresh, visitor);

    public void Continue(string id, bool pinned = false, string? visitor = null)
    {
        if (Standing(id).Maker is not null)
        {
            RequireMaker(id, visitor);
        }

        starter.Continue(id, pinned, visitor);
    }

    public void Pin(string id) => Act(id, run => run.Pin());

    public RunDescription Describe(string id) => Known(id) ?? throw NoRun(id);

    public RunState StateOf(string id) => Standing(id).State;

    public Frame? Newest(string id) => registry.Find(id) is { } run ? run.Latest : store.Newest(Describe(id).Id);

    public Frame FrameAt(string id, int step) =>
        registry.Find(id)?.FrameAt(step)?.Frame ?? store.FrameAt(id, step) ?? throw NoFrame(Describe(id), step);

    public async Task<EncodedFrame> EncodedAtAsync(string id, int step) => registry.Find(id)?.FrameAt(step) is { } frame
        ? await frame.Encoded
        : await store.EncodedAsync(id, step) ?? throw NoFrame(Describe(id), step);

    public void Pause(string id, string? visitor = null) => Act(id, run => run.Pause(visitor));

    public void Resume(string id, string? visitor = null) => Act(id, run => run.Resume(visitor));

    public void StepOnce(string id, string? visitor = null) => Act(id, run => run.StepOnce(visitor));

    public void Expire(string id, DateTimeOffset? at, string? visitor)
    {
        RequireMaker(id, visitor);
        if (Standing(id).State.IsActive())
        {
            throw new InvalidOptionsException("The run is still under way: set how long it is kept when it has ended.");
        }

        keeping.Expire(id, at);
    }

    public void Publish(string id, bool published, string? visitor)
    {
        RequireMaker(id, visitor);
        if (Standing(id).State != RunState.Completed)
        {
            throw new InvalidOptionsException("Only a completed run can be shown in the gallery.");
        }

        keeping.Publish(id, published);
    }

    public void Delete(string id, string? visitor)
    {
        RequireMaker(id, visitor);
        if (registry.Find(id) is { } run)
        {
            run.Cancel();
            registry.Remove(run);
        }

        keeping.Delete(id);
    }

    public bool Cancel(string id, string? visitor = null)
    {
        var ended = true;
        Act(id, run => ended = run.Leave(visitor));
        return ended;
    }

    public void Change(string id, IReadOnlyDictionary<string, double> options, string? visitor = null)
    {
        var spec = Describe(id).Spec;
        _ = starter.Complete(spec, LiveOptions.With(spec.OptionsAt(int.MaxValue), options));
        (registry.Find(id) ?? throw Run.HasEnded()).Change(options, visitor);
    }

    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string id, [EnumeratorCancellation] CancellationToken cancellation, string? visitor = null)
    {
        if (registry.Find(id) is not { } run)
        {
            _ = Describe(id);
            if (await store.EncodedAsync(id, step: null) is { } last)
            {
                metrics.FrameSent();
                yield return last;
            }

            yield break;
        }

        var mailbox = run.Watch(visitor);
        try
        {
            await foreach (var frame in mailbox.Reader.ReadAllAsync(cancellation))
            {
                var encoded = await frame.Encoded;
                metrics.FrameSent();
                yield return encoded;
            }
        }
        finally
        {
            run.Unwatch(mailbox);
        }
    }

    public async IAsyncEnumerable<RunDescription> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellation, string? visitor = null)
    {
        var told = Describe(id);
        var run = registry.Find(id);
        var mailbox = run?.Watch(visitor);
        try
        {
            using var timer = new PeriodicTimer(FollowPace, time);
            yield return told;
            while (told.State.IsActive() && await timer.NextAsync(cancellation) && Known(id) is { } now)
            {
                if ((now.State, now.Step, now.Place) != (told.State, told.Step, told.Place))
                {
                    yield return now;
                }

                told = now;
            }
        }
        finally
        {
            run?.Unwatch(mailbox!);
        }
    }

    private RunDescription? Known(string id) =>
        registry.Find(id) is { } run ? run.Describe() with { Place = admission.PlaceOf(run) } : store.Find(id);

    // Without the spec: a run of another version is its maker's, too.
    private RunStanding Standing(string id) =>
        registry.Find(id)?.Describe() is { } run ? new(run.State, run.Maker) : store.Standing(id) ?? throw NoRun(id);

    private void RequireMaker(string id, string? visitor)
    {
        if (Standing(id).Maker is not { } maker || maker != visitor)
        {
            throw new NotYoursException();
        }
    }

    // What has ended has nothing to be told.
    private void Act(string id, Action<Run> act)
    {
        if (registry.Find(id) is { } run)
        {
            act(run);
        }
        else
        {
            _ = Describe(id);
        }
    }

    private UnknownThingException NoRun(string id) => new("run", id, store.WasDeleted(id)
        ? "It was deleted by who made it, or its time was over."
        : "The link may be incomplete: ask for it again, or start the run anew.");

    private static UnknownThingException NoFrame(RunDescription run, int step) => new("frame", $"{step}", run.Kept.Count > 0
        ? $"This run keeps the frames of steps {string.Join(", ", run.Kept)}."
        : "This run has made no frame yet.");
}
