using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Turns an entry, whose frame is encoded already, into rows.</summary>
internal static class RunWriter
{
    public static void Write(StoreContext context, JournalEntry entry, long now)
    {
        if (context.Tombstones.Any(stone => stone.RunId == entry.Run.Id))
        {
            return; // it was deleted while this waited: it stays so
        }

        var record = context.Runs.Find(entry.Run.Id) ?? Begin(context, entry, now);
        (record.State, record.Step, record.Total, record.Error) = (entry.Run.State, entry.Run.Step, entry.Run.Total, entry.Run.Error?.ToString());
        if (entry.Run.Spec.Changes.Count > 0)
        {
            (record.Spec, record.SpecHash) = (RunSpecJson.Write(entry.Run.Spec), RunSpecJson.Hash(entry.Run.Spec));
        }

        record.Curves = FrameWords.WriteCurves(entry.Run.Curves);
        record.EndedAt = entry.Run.State.IsActive() ? null : now;
        context.SaveChanges();
        if (entry.Frame is { } frame)
        {
            Keep(context, entry.Run, frame);
            context.SaveChanges();
        }

        if (!record.State.IsActive() && record.State != RunState.Interrupted)
        {
            ForgetCheckpoints(context, record.Id); // it never goes on
        }

        context.ChangeTracker.Clear(); // the next entry may be of the same run, and of the same frame
    }

    private static RunRecord Begin(StoreContext context, JournalEntry entry, long now)
    {
        var spec = entry.Run.Spec;
        var record = new RunRecord
        {
            Id = entry.Run.Id,
            SpecHash = RunSpecJson.Hash(spec),
            Spec = RunSpecJson.Write(spec),
            Technique = spec.Technique,
            Network = spec.Network,
            Layer = LayerColumn.Of(spec.Options),
            Maker = entry.Maker,
            CreatedAt = now,
        };
        context.Runs.Add(record);
        context.Parts.AddRange(entry.Inputs.Distinct().Select(input => new PartRecord
        {
            RunId = record.Id, Step = 0, Kind = PartKind.Input, Name = input, Hash = input,
        }));
        return record;
    }

    private static void Keep(StoreContext context, RunDescription description, StoredFrame kept)
    {
        var (run, frame, encoded) = (description.Id, kept.Frame, kept.Encoded.Result);
        if (frame.Checkpoint is not null)
        {
            ForgetCheckpoints(context, run);
        }

        Forget(context, run, frame.Step); // a run that is stopped keeps its newest frame once more, exactly
        context.Frames.Add(new FrameRecord
        {
            RunId = run, Step = frame.Step, ContentType = encoded.ContentType, Words = WordsOf(frame, description).Write(),
        });
        foreach (var (kind, name, bytes) in PartsOf(frame, encoded))
        {
            var blob = Blob.Of(bytes);
            blob.Store(context);
            context.Parts.Add(new PartRecord { RunId = run, Step = frame.Step, Kind = kind, Name = name, Hash = blob.Hash });
        }
    }

    private static FrameWords WordsOf(Frame frame, RunDescription run) =>
        FrameWords.Of(frame) with { Told = run.Curves.ToDictionary(curve => curve.Key, curve => curve.Value.Count) };

    private static void ForgetCheckpoints(StoreContext context, string run) =>
        context.Parts.Where(part => part.RunId == run && part.Kind == PartKind.Checkpoint).ExecuteDelete();

    private static void Forget(StoreContext context, string run, int step)
    {
        context.Frames.Where(frame => frame.RunId == run && frame.Step == step).ExecuteDelete();
        context.Parts.Where(part => part.RunId == run && part.Step == step && part.Kind != PartKind.Input).ExecuteDelete();
    }

    private static IEnumerable<(PartKind Kind, string Name, byte[] Bytes)> PartsOf(Frame frame, EncodedFrame encoded) =>
    [
        (PartKind.Picture, "picture", encoded.Bytes),
        .. frame.Maps.Select((map, i) => (PartKind.Map, $"{i}", NpyFile.Write(map.Values))),
        .. frame.Arrays.Select(array => (PartKind.Array, array.Key, NpyFile.Write(array.Value))),
        .. (frame.Trained?.Weights ?? new Dictionary<string, FloatArray>()).Select(weight => (PartKind.Weight, weight.Key, NpyFile.Write(weight.Value))),
        .. (frame.Checkpoint?.Values ?? new Dictionary<string, FloatArray>()).Select(value => (PartKind.Checkpoint, value.Key, NpyFile.Write(value.Value))),
    ];
}
