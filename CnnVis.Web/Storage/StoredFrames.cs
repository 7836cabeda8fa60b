using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;
using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>Puts kept frames together again.</summary>
internal static class StoredFrames
{
    public static int? Newest(StoreContext context, string id) =>
        context.Frames.Where(frame => frame.RunId == id).Max(frame => (int?)frame.Step);

    public static Frame? Read(StoreContext context, string id, int step)
    {
        if (context.Frames.AsNoTracking().FirstOrDefault(frame => frame.RunId == id && frame.Step == step) is not { } record)
        {
            return null;
        }

        var (words, parts) = (FrameWords.Read(record.Words), PartsOf(context, id, step).ToList());
        return new Frame(step, words.Total, PictureDecoder.Decode(parts.Single(part => part.Kind == PartKind.Picture).Bytes), words.Scalars)
        {
            Predictions = words.Predictions,
            Arrays = Arrays(parts, PartKind.Array),
            Maps = [.. InOrder(parts).Select((map, i) => words.Maps[i].With(NpyFile.Read(map.Bytes)))],
            Trained = words.Trained?.With(Arrays(parts, PartKind.Weight)),
        };
    }

    public static async Task<EncodedFrame?> EncodedAsync(StoreContext context, string id, int step)
    {
        if (await context.Frames.AsNoTracking().FirstOrDefaultAsync(frame => frame.RunId == id && frame.Step == step) is not { } record)
        {
            return null;
        }

        var words = FrameWords.Read(record.Words);
        var parts = await PartsOf(context, id, step).Where(part => part.Kind == PartKind.Picture || part.Kind == PartKind.Map).ToListAsync();
        return new EncodedFrame(step, words.Total, record.ContentType, parts.Single(part => part.Kind == PartKind.Picture).Bytes)
        {
            Maps = [.. InOrder(parts).Select((map, i) => EncodedMap.Of(words.Maps[i].With(NpyFile.Read(map.Bytes))))],
        };
    }

    private static IQueryable<Part> PartsOf(StoreContext context, string id, int step) =>
        from part in context.Parts
        join blob in context.Blobs on part.Hash equals blob.Hash
        where part.RunId == id && part.Step == step && part.Kind != PartKind.Input && part.Kind != PartKind.Checkpoint
        select new Part { Kind = part.Kind, Name = part.Name, Bytes = blob.Bytes };

    private static IEnumerable<Part> InOrder(List<Part> parts) =>
        parts.Where(part => part.Kind == PartKind.Map).OrderBy(part => int.Parse(part.Name, CultureInfo.InvariantCulture));

    private static Dictionary<string, FloatArray> Arrays(List<Part> parts, PartKind kind) =>
        parts.Where(part => part.Kind == kind).ToDictionary(part => part.Name, part => NpyFile.Read(part.Bytes));

    // Members rather than a constructor's parameters, so that the database can filter by them.
    private sealed class Part
    {
        public required PartKind Kind { get; init; }

        public required string Name { get; init; }

        public required byte[] Bytes { get; init; }
    }
}
