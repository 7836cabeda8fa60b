using CnnVis.Core;
using CnnVis.Core.Training.Lab;
using CnnVis.Web.Runs;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Reads the runs that were written down. Every method throws <see cref="StoreUnavailableException"/> where the database fails.</summary>
internal sealed class RunStore(Store store)
{
    /// <summary>How the run stands, or null if there is none.</summary>
    public RunDescription? Find(string id) => store.Ask(context =>
        context.Runs.AsNoTracking().FirstOrDefault(run => run.Id == id) is { } record ? Describe(context, record) : null);

    /// <summary>Whose the run is and whether it has ended, or null if there is none; it may be of another version, too.</summary>
    public RunStanding? Standing(string id) => store.Ask(context => context.Runs
        .Where(run => run.Id == id).Select(run => new RunStanding(run.State, run.Maker)).FirstOrDefault());

    /// <summary>The newest completed run of a spec, by its hash, or null if it was never computed.</summary>
    public string? Completed(string specHash) => store.Ask(context => context.Runs
        .Where(run => run.SpecHash == specHash && run.State == RunState.Completed)
        .OrderByDescending(run => run.CreatedAt).Select(run => run.Id).FirstOrDefault());

    /// <summary>The last frame that was kept with its raw results, or null if none was.</summary>
    public Frame? Newest(string id) => store.Ask(context => StoredFrames.Newest(context, id) is { } step ? StoredFrames.Read(context, id, step) : null);

    /// <summary>The frame of a step with its raw results, or null if it was not kept.</summary>
    public Frame? FrameAt(string id, int step) => store.Ask(context => StoredFrames.Read(context, id, step));

    /// <summary>The frame of a step as it travels, or null if it was not kept; the newest if no step is named.</summary>
    public Task<EncodedFrame?> EncodedAsync(string id, int? step) => store.AskAsync(async context =>
        (step ?? StoredFrames.Newest(context, id)) is { } wanted ? await StoredFrames.EncodedAsync(context, id, wanted) : null);

    /// <summary>The network as it was at the end of an epoch, or null where there is none.</summary>
    public TrainedNetwork? Network(string id, int epoch) => store.Ask(context => context.Frames.AsNoTracking()
        .Where(frame => frame.RunId == id).OrderBy(frame => frame.Step).Select(frame => new { frame.Step, frame.Words }).ToList()
        .Where(frame => FrameWords.Read(frame.Words).Trained?.Epoch == epoch)
        .Select(frame => StoredFrames.Read(context, id, frame.Step)?.Trained).FirstOrDefault());

    /// <summary>Whether there was such a run once.</summary>
    public bool WasDeleted(string id) => store.Ask(context => context.Tombstones.Any(stone => stone.RunId == id));

    private static RunDescription Describe(StoreContext context, RunRecord record)
    {
        var kept = context.Frames.Where(frame => frame.RunId == record.Id).OrderBy(frame => frame.Step).Select(frame => frame.Step).ToList();
        var last = kept.Count > 0 ? kept[^1] : -1;
        var words = context.Frames.Where(frame => frame.RunId == record.Id && frame.Step == last).Select(frame => frame.Words).FirstOrDefault();
        var arrays = record.State != RunState.Completed ? [] : context.Parts
            .Where(part => part.RunId == record.Id && part.Step == last && part.Kind == PartKind.Array)
            .OrderBy(part => part.Name).Select(part => part.Name).ToList();
        return new RunDescription(
            record.Id, record.State, SpecOf(record), record.Step, record.Total, StepsPerSecond: 0,
            FrameWords.ReadCurves(record.Curves), arrays, record.Error)
        {
            Predictions = words is null ? [] : FrameWords.Read(words).Predictions,
            Kept = kept,
            Maker = record.Maker,
            StartedAt = DateTimeOffset.FromUnixTimeMilliseconds(record.CreatedAt),
            EndedAt = Time(record.EndedAt),
            ExpiresAt = Time(record.ExpiresAt),
            IsPinned = record.Pinned,
            IsPublic = record.Public,
        };
    }

    private static DateTimeOffset? Time(long? milliseconds) => milliseconds is { } since ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null;

    /// <summary>What was asked for.</summary>
    /// <exception cref="OtherVersionException">Another version of CnnVis made the run.</exception>
    public static RunSpec SpecOf(RunRecord record)
    {
        try
        {
            return RunSpecJson.Read(record.Spec);
        }
        catch (CnnVisException e)
        {
            throw new OtherVersionException(e);
        }
    }
}
