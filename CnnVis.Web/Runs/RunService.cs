using System.Runtime.CompilerServices;
using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Storage;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <inheritdoc/>
internal sealed class RunService(
    NetworkCatalog networks,
    IPictureStore pictures,
    DataSetCatalog dataSets,
    RunRegistry registry,
    RunStore store,
    RunKeeping keeping,
    IRunJournal journal,
    Admission admission,
    FairQueue queue,
    RunMetrics metrics,
    TimeProvider time,
    IOptions<CnnVisOptions> options) : IRunService
{
    internal static readonly TimeSpan FollowPace = TimeSpan.FromMilliseconds(200);

    private readonly Lock _starting = new();

    public string Start(RunSpec spec, bool pinned = false, bool fresh = false, string? visitor = null)
    {
        spec.ValidateSeed();
        var technique = TechniqueCatalog.Find(spec.Technique);
        var network = technique.NeedsNetwork ? spec.Network : null;
        var completed = technique.Complete(spec.Options, network is null ? null : networks.Find(network));
        var image = technique.NeedsPicture(completed) ? spec.Image ?? throw NoPicture(technique) : null;
        var full = spec with { Network = network, Options = completed, Image = image };
        lock (_starting) // two who ask for the same at the same moment get one run
        {
            return (fresh ? null : Same(full, pinned)) ?? Begin(technique, full, pinned, visitor);
        }
    }

    public RunDescription Describe(string id) => Known(id)
        ?? throw new UnknownThingException("run", id, store.WasDeleted(id)
            ? "It was deleted by who made it, or its time was over."
            : "The link may be incomplete: ask for it again, or start the run anew.");

    public Frame? Newest(string id) => registry.Find(id) is { } run ? run.Latest : store.Newest(Describe(id).Id);

    public Frame FrameAt(string id, int step) =>
        registry.Find(id)?.FrameAt(step)?.Frame ?? store.FrameAt(id, step) ?? throw NoFrame(Describe(id), step);

    public async Task<EncodedFrame> EncodedAtAsync(string id, int step) => registry.Find(id)?.FrameAt(step) is { } frame
        ? await frame.Encoded
        : await store.EncodedAsync(id, step) ?? throw NoFrame(Describe(id), step);

    public void Pause(string id) => Act(id, run => run.Pause());

    public void Resume(string id) => Act(id, run => run.Resume());

    public void StepOnce(string id) => Act(id, run => run.StepOnce());

    public void Expire(string id, DateTimeOffset? at, string? visitor)
    {
        RequireMaker(id, visitor);
        keeping.Expire(id, at);
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

    public void Cancel(string id) => Act(id, run => run.Cancel());

    public async IAsyncEnumerable<EncodedFrame> WatchAsync(
        string id, [EnumeratorCancellation] CancellationToken cancellation)
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

        var mailbox = run.Watch();
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

    public async IAsyncEnumerable<RunDescription> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var told = Describe(id);
        var run = registry.Find(id);
        var mailbox = run?.Watch();
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

    private string? Same(RunSpec spec, bool pinned)
    {
        var hash = RunSpecJson.Hash(spec);
        if (registry.Same(hash) is not { } run)
        {
            return store.Completed(hash);
        }

        if (pinned)
        {
            run.Pin();
        }

        return run.Id;
    }

    private string Begin(ITechnique technique, RunSpec spec, bool pinned, string? visitor)
    {
        var others = technique.PictureIds(spec.Options).Distinct().ToList();
        var input = new TechniqueInput(null, spec.Image is null ? null : pictures.Find(spec.Image), spec.Options, spec.Seed)
        {
            Pictures = others.ToDictionary(id => id, pictures.Find),
            DataSet = technique.DataSetId(spec.Options) is { } data ? dataSets.Open(data) : null,
        };
        var host = new RunHost(journal, metrics, spec.Image is null ? others : [spec.Image, .. others], visitor, queue.Add, admission.Remove, registry.Remove);
        var grace = TimeSpan.FromSeconds(options.Value.WatchGraceSeconds);
        var run = new Run(spec, pinned, Frames(technique, spec.Network, input), host, time, grace);
        registry.Add(run);
        try
        {
            admission.Add(run);
        }
        catch
        {
            registry.Remove(run);
            throw;
        }

        metrics.Started(spec.Technique);
        return run.Id;
    }

    private void RequireMaker(string id, string? visitor)
    {
        if (Describe(id).Maker is not { } maker || maker != visitor)
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

    private static InvalidOptionsException NoPicture(ITechnique technique) =>
        new($"{technique.Title} starts from a picture: choose one, or upload your own.");

    private static UnknownThingException NoFrame(RunDescription run, int step) => new("frame", $"{step}", run.Kept.Count > 0
        ? $"This run keeps the frames of steps {string.Join(", ", run.Kept)}."
        : "This run has made no frame yet.");

    // Runs on the engine's thread from the first step on: reading the weights takes its turn like any step.
    private IEnumerable<Frame> Frames(ITechnique technique, string? network, TechniqueInput input)
    {
        using var loan = network is null ? null : networks.Borrow(network);
        foreach (var frame in technique.Run(input with { Network = loan?.Network }))
        {
            yield return frame;
        }
    }
}
