using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques;
using CnnVis.Web.Runs;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Runs that the server's end interrupted. Every method throws <see cref="StoreUnavailableException"/> where the database fails.</summary>
internal sealed class InterruptedRuns(Store store, TimeProvider time)
{
    /// <summary>Makes an interrupted run ready to go on from its last checkpoint; what came after that is dropped.</summary>
    /// <returns>What is left of it, or null if there is no such interrupted run.</returns>
    public RunPast? Reopen(string id) => store.Ask(context =>
    {
        using var transaction = context.Database.BeginTransaction();
        if (context.Runs.Find(id) is not { State: RunState.Interrupted } record)
        {
            return null;
        }

        var checkpoint = Checkpoint(context, id);
        Drop(context, id, after: checkpoint?.Step ?? -1);
        var past = Past(context, record, checkpoint);
        (record.State, record.EndedAt, record.Step) = (RunState.Queued, null, checkpoint?.Step ?? 0);
        record.Curves = FrameWords.WriteCurves(past.Curves);
        context.SaveChanges();
        transaction.Commit();
        return past;
    });

    /// <summary>It could not go on after all.</summary>
    public void Close(string id)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        store.Do(context => context.Runs.Where(run => run.Id == id && run.State == RunState.Queued)
            .ExecuteUpdate(run => run.SetProperty(record => record.State, RunState.Interrupted).SetProperty(record => record.EndedAt, now)));
    }

    private static Checkpoint? Checkpoint(StoreContext context, string id)
    {
        var parts = context.Parts.Where(part => part.RunId == id && part.Kind == PartKind.Checkpoint)
            .Join(context.Blobs, part => part.Hash, blob => blob.Hash, (part, blob) => new { part.Step, part.Name, blob.Bytes }).ToList();
        return parts.Count == 0 ? null : new Checkpoint(parts[0].Step, parts.ToDictionary(part => part.Name, part => NpyFile.Read(part.Bytes)));
    }

    private static void Drop(StoreContext context, string id, int after)
    {
        context.Frames.Where(frame => frame.RunId == id && frame.Step > after).ExecuteDelete();
        context.Parts.Where(part => part.RunId == id && part.Step > after && part.Kind != PartKind.Input).ExecuteDelete();
    }

    private static RunPast Past(StoreContext context, RunRecord record, Checkpoint? checkpoint)
    {
        var (frame, told) = checkpoint is null
            ? (null, new Dictionary<string, int>())
            : (StoredFrames.Read(context, record.Id, checkpoint.Step), FrameWords.Of(context, record.Id, checkpoint.Step).Told);
        var curves = FrameWords.ReadCurves(record.Curves)
            .Where(curve => told.ContainsKey(curve.Key))
            .ToDictionary(curve => curve.Key, IReadOnlyList<double> (curve) => [.. curve.Value.Take(told[curve.Key])]);
        var kept = context.Frames.Where(one => one.RunId == record.Id).OrderBy(one => one.Step).Select(one => one.Step).ToList();
        return new RunPast(record.Id, RunStore.SpecOf(record), record.Maker, checkpoint, frame, kept, curves);
    }
}
