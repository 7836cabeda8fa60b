using System.Security.Cryptography;
using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <summary>
/// Pictures in memory, decoded, named by the SHA-256 of their file. The samples stay; of what visitors brought, the
/// longest unused make room.
/// </summary>
internal sealed class PictureStore : IPictureStore, IDisposable
{
    private readonly Lock _lock = new();
    private readonly DecodingQueue _queue;
    private readonly Dictionary<string, Picture> _samples = [];
    private readonly OrderedDictionary<string, Picture> _brought = [];
    private readonly long _room;

    /// <param name="mostWaiting">Uploads that may wait for their turn: a class, all at once.</param>
    public PictureStore(SamplePictures samples, IOptions<CnnVisOptions> options, int mostWaiting = 40)
    {
        _queue = new DecodingQueue(mostWaiting);
        _room = options.Value.PictureMegabytes * 1024L * 1024;
        Samples = [.. samples.Read().Select(Keep)];
    }

    public IReadOnlyList<SamplePicture> Samples { get; }

    public async Task<string> AddAsync(byte[] file, CancellationToken cancellation = default)
    {
        var id = IdOf(file);
        if (!Knows(id))
        {
            Keep(id, await _queue.DecodeAsync(file, cancellation));
        }

        return id;
    }

    public Picture Find(string id)
    {
        lock (_lock)
        {
            if (_samples.TryGetValue(id, out var sample))
            {
                return sample;
            }

            if (!_brought.Remove(id, out var picture))
            {
                throw new UnknownThingException("picture", id, "It may have been let go to make room: upload it again.");
            }

            _brought.Add(id, picture); // now the most recently used
            return picture;
        }
    }

    public void Dispose() => _queue.Dispose();

    private bool Knows(string id)
    {
        lock (_lock)
        {
            return _samples.ContainsKey(id) || _brought.ContainsKey(id);
        }
    }

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
        var id = IdOf(sample.Bytes);
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

    private static string IdOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
