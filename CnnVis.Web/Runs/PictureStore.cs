using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Web.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <summary>
/// Pictures named by the SHA-256 of their file. What visitors bring is stored; decoded ones stay in memory, the longest
/// unused making room.
/// </summary>
internal sealed class PictureStore : IPictureStore, IDisposable
{
    private readonly Lock _lock = new();
    private readonly TurnQueue _queue; // a large file takes hundreds of megabytes while it is unpacked
    private readonly Dictionary<string, Picture> _samples = [];
    private readonly OrderedDictionary<string, Picture> _brought = [];
    private readonly Store _store;
    private readonly TimeProvider _time;
    private readonly long _room;

    /// <param name="mostWaiting">Uploads that may wait for their turn: a class, all at once.</param>
    public PictureStore(SamplePictures samples, Store store, TimeProvider time, IOptions<CnnVisOptions> options, int mostWaiting = 40)
    {
        (_store, _time) = (store, time);
        _queue = new TurnQueue("uploads", mostWaiting);
        _room = options.Value.PictureMegabytes * 1024L * 1024;
        var files = samples.Read().ToList();
        Samples = [.. files.Select(Keep)];
        _store.Do(context => StoreSamples(context, files)); // another version may come with others: runs keep theirs
    }

    public IReadOnlyList<SamplePicture> Samples { get; }

    public async Task<string> AddAsync(byte[] file, CancellationToken cancellation = default)
    {
        var blob = Blob.Of(file);
        if (InMemory(blob.Hash) is null)
        {
            Keep(blob.Hash, await _queue.DoAsync(() => PictureDecoder.Decode(file), cancellation));
        }

        Store(blob);
        return blob.Hash;
    }

    public Picture Find(string id)
    {
        if (InMemory(id) is { } known)
        {
            return known;
        }

        var file = Stored(id) ?? throw new UnknownThingException("picture", id, "It may have been let go to make room: upload it again.");
        var picture = PictureDecoder.Decode(file);
        Keep(id, picture);
        return picture;
    }

    public void Dispose() => _queue.Dispose();

    private Picture? InMemory(string id)
    {
        lock (_lock)
        {
            if (_samples.TryGetValue(id, out var sample))
            {
                return sample;
            }

            if (_brought.Remove(id, out var picture))
            {
                _brought.Add(id, picture); // now the most recently used
            }

            return picture;
        }
    }

    private byte[]? Stored(string id) => _store.Ask(context =>
        (from picture in context.Pictures
         join blob in context.Blobs on picture.Id equals blob.Hash
         where picture.Id == id
         select blob.Bytes).FirstOrDefault());

    private static void StoreSamples(StoreContext context, IEnumerable<SampleFile> files)
    {
        using var transaction = context.Database.BeginTransaction();
        foreach (var blob in files.Select(file => Blob.Of(file.Bytes)))
        {
            blob.Store(context);
            context.Database.ExecuteSql($"""INSERT INTO "Pictures" ("Id", "UsedAt") VALUES ({blob.Hash}, {long.MaxValue}) ON CONFLICT DO NOTHING""");
        }

        transaction.Commit();
    }

    // Each upload makes it new again, for the clearing away of what nobody uses.
    private void Store(Blob file) => _store.Do(context =>
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        using var transaction = context.Database.BeginTransaction();
        file.Store(context);
        context.Database.ExecuteSql(
            $"""INSERT INTO "Pictures" ("Id", "UsedAt") VALUES ({file.Hash}, {now}) ON CONFLICT ("Id") DO UPDATE SET "UsedAt" = {now}""");
        transaction.Commit();
    });

    private void Keep(string id, Picture picture)
    {
        lock (_lock)
        {
            _brought.Remove(id); // the same picture may have come twice at once
            _brought.Add(id, picture);
            MakeRoom();
        }
    }

    private SamplePicture Keep(SampleFile sample)
    {
        var id = Blob.Of(sample.Bytes).Hash;
        var picture = _samples[id] = PictureDecoder.Decode(sample.Bytes);
        return new SamplePicture(id, sample.Title, sample.Url)
        {
            Objects = [.. sample.Boxes.Select(box => box.InSquare(picture.Width, picture.Height)).OfType<SeenObject>()],
        };
    }

    private void MakeRoom()
    {
        var used = _brought.Values.Sum(picture => picture.Rgb.LongLength);
        while (used > _room && _brought.Count > 1)
        {
            used -= _brought.GetAt(0).Value.Rgb.LongLength;
            _brought.RemoveAt(0);
        }
    }
}
