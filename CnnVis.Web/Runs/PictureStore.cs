using System.Security.Cryptography;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <summary>
/// Pictures in memory, decoded, named by the SHA-256 of their file. The samples stay; of what visitors brought, the
/// longest unused make room.
/// </summary>
internal sealed class PictureStore : IPictureStore
{
    private readonly Lock _lock = new();
    private readonly Lock _decoding = new();
    private readonly Dictionary<string, Picture> _samples = [];
    private readonly OrderedDictionary<string, Picture> _brought = [];
    private readonly long _room;

    public PictureStore(SamplePictures samples, IOptions<CnnVisOptions> options)
    {
        _room = options.Value.PictureMegabytes * 1024L * 1024;
        Samples = [.. samples.Read().Select(Keep)];
    }

    public IReadOnlyList<SamplePicture> Samples { get; }

    public string Add(byte[] file)
    {
        var id = IdOf(file);
        var picture = _samples.GetValueOrDefault(id) ?? Decode(file);
        lock (_lock)
        {
            _brought.Remove(id);
            _brought.Add(id, picture);
            MakeRoom();
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

    // One at a time: a large file takes hundreds of megabytes while it is unpacked.
    private Picture Decode(byte[] file)
    {
        lock (_decoding)
        {
            return PictureDecoder.Decode(file);
        }
    }

    private SamplePicture Keep((string Title, string Url, byte[] File) sample)
    {
        var id = IdOf(sample.File);
        _samples[id] = PictureDecoder.Decode(sample.File);
        return new SamplePicture(id, sample.Title, sample.Url);
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
