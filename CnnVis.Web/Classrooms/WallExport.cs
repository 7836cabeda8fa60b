using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Api;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Classrooms;

/// <summary>Packs walls to take home, one at a time: each costs a picture for every post.</summary>
internal sealed class WallExport(IRoomService rooms, IRunService runs) : IDisposable
{
    private const int Side = 640;
    private const int MostWaiting = 8;
    private readonly TurnQueue _queue = new("exports", MostWaiting);

    /// <summary>What hangs there for all to see, each with its picture.</summary>
    /// <param name="bind">Makes one file of it.</param>
    /// <exception cref="NotTheTeacherException">Somebody else asks.</exception>
    /// <exception cref="TooBusyException">Too many walls are being packed.</exception>
    public async Task<byte[]> PackAsync(string code, string visitor, Func<PackedWall, byte[]> bind, CancellationToken cancellation)
    {
        if (!Teaches(code, visitor, out var room))
        {
            throw new NotTheTeacherException();
        }

        return await _queue.DoAsync(() => bind(Pack(room, cancellation)), cancellation);
    }

    // Whether there is such a room is not told to who is not in it: codes could be tried.
    private bool Teaches(string code, string visitor, [NotNullWhen(true)] out RoomView? room)
    {
        try
        {
            room = rooms.See(code, visitor);
            return room.Teaches;
        }
        catch (CnnVisException)
        {
            room = null;
            return false;
        }
    }

    public void Dispose() => _queue.Dispose();

    private PackedWall Pack(RoomView room, CancellationToken cancellation) => new(room.Code,
    [
        .. room.Wall.Where(post => !post.Hidden).Select((post, place) =>
        {
            cancellation.ThrowIfCancellationRequested();
            var name = post.Student is null ? "" : room.Names.GetValueOrDefault(post.Student, "");
            return new PackedPost(string.Create(CultureInfo.InvariantCulture, $"{place + 1:000}-{post.RunId}.jpg"), post, name, PictureOf(post.RunId));
        }),
    ]);

    // Of a run that is gone the words remain.
    private byte[]? PictureOf(string run)
    {
        try
        {
            return runs.Newest(run) is { } frame ? PictureEncoder.Jpeg(FrameFiles.ThumbnailOf(frame, Side)) : null;
        }
        catch (CnnVisException)
        {
            return null;
        }
    }
}
