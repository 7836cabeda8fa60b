using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Caching.Memory;

namespace CnnVis.Web.Api;

/// <summary>A picture as a file.</summary>
/// <param name="Step">The step of the run whose frame it shows; 0 where there is no run.</param>
internal sealed record PictureFile(byte[] Bytes, string ContentType, int Width, int Height, int Step = 0)
{
    public static PictureFile Png(Picture picture, int step = 0) => new(PictureEncoder.Png(picture), "image/png", picture.Width, picture.Height, step);

    public static PictureFile WebP(Picture picture, int step = 0) => new(PictureEncoder.WebP(picture), "image/webp", picture.Width, picture.Height, step);
}

/// <summary>
/// Makes the files that addresses ask for, few at a time, since each takes a core for a while; those that never change
/// stay at hand: a class opens the same link at the same moment.
/// </summary>
internal sealed class PictureFiles : IDisposable
{
    private const int Room = 64 * 1024 * 1024;
    private const int MostWaiting = 500; // thirty who open a page full of small pictures

    private readonly MemoryCache _made = new(new MemoryCacheOptions { SizeLimit = Room });
    private readonly TurnQueue _queue = new("pictures", MostWaiting, turns: Math.Max(1, Environment.ProcessorCount / 2));

    /// <param name="name">Tells the file from all others; null where it may be another the next time.</param>
    /// <param name="make">Finds the picture and encodes it.</param>
    /// <exception cref="TooBusyException">Too many others wait for theirs.</exception>
    public async Task<PictureFile> GetAsync(object? name, Func<PictureFile> make, CancellationToken cancellation) =>
        Made(name) ?? await _queue.DoAsync(() => Made(name) ?? Keep(name, make()), cancellation); // another may have made it meanwhile

    public void Dispose()
    {
        _made.Dispose();
        _queue.Dispose();
    }

    private PictureFile? Made(object? name) => name is null ? null : _made.Get<PictureFile>(name);

    private PictureFile Keep(object? name, PictureFile file) =>
        name is null ? file : _made.Set(name, file, new MemoryCacheEntryOptions { Size = file.Bytes.Length });
}
