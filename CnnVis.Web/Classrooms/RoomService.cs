using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CnnVis.Core;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Classrooms;

/// <inheritdoc/>
internal sealed class RoomService(RoomStore rooms, RoomLimits limits, IRunService runs, TimeProvider time, IOptions<CnnVisOptions> options) : IRoomService
{
    internal const int MostRooms = 200;
    internal static readonly TimeSpan FollowPace = TimeSpan.FromMilliseconds(100);

    public string Open(string visitor, string? address = null)
    {
        limits.Open(address ?? visitor);
        MakePlace();

        var expires = time.GetUtcNow().AddHours(options.Value.RoomHours);
        Room room;
        do
        {
            room = new Room(new RoomState(RoomCode.Make(), RoomState.MakeKey(), expires) { Teachers = [visitor] });
        }
        while (!rooms.Add(room));

        room.Meet(address);
        return room.State.Code;
    }

    public void Recover(string code, string key, string visitor, string? address = null)
    {
        var room = Guessed(code, address ?? visitor);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(room.State.Key)))
        {
            limits.Guess(address ?? visitor);
            throw new NotTheTeacherException();
        }

        Change(room, state => state.Teaches(visitor) ? state : state with { Teachers = state.Teachers.Add(visitor) });
        room.Meet(address);
    }

    public string KeyOf(string code, string visitor) => Teaching(code, visitor).State.Key;

    public void Join(string code, string? nickname, string visitor, string? address = null)
    {
        var room = Guessed(code, address ?? visitor);
        var name = Nickname.Read(nickname);
        if (!IsMember(room.State, visitor))
        {
            limits.Join(address ?? visitor);
        }

        Change(room, state => Joining.Join(state, name, visitor));
        room.Meet(address);
    }

    public RoomView See(string code, string visitor)
    {
        var now = Find(code).Now;
        RequireMember(now.State, visitor);
        return now.For(visitor);
    }

    public string? RoomOf(string? visitor) => visitor is null ? null : rooms.All.Where(room => IsMember(room.State, visitor))
        .OrderBy(room => room.EnteredAt(visitor)).ThenBy(room => room.State.ExpiresAt).LastOrDefault()?.State.Code;

    public void Do(string code, RoomAct act, string visitor)
    {
        var room = Find(code);
        act.Require(room.State, visitor);
        if (act is PostRun post)
        {
            limits.Post(visitor);
            runs.Describe(post.RunId); // there is such a run
        }

        Change(room, state =>
        {
            act.Require(state, visitor);
            return act.Apply(state, visitor);
        });
        if (act is PostRun { RunId: var posted })
        {
            runs.Pin(posted); // on the wall it is watched by all
        }
    }

    public void Close(string code, string visitor) => rooms.Remove(Teaching(code, visitor));

    public async IAsyncEnumerable<RoomView> FollowAsync(string code, string visitor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = Find(code);
        RequireMember(room.State, visitor);
        var mailbox = room.Follow(visitor, time.GetTimestamp());
        RoomView? told = null;
        try
        {
            await foreach (var now in mailbox.Reader.ReadAllAsync(cancellation))
            {
                if (!IsMember(now.State, visitor))
                {
                    yield break;
                }

                var view = now.For(visitor);
                if (told?.Same(view) != true)
                {
                    yield return told = view;
                }

                await Task.Delay(FollowPace, time, cancellation);
            }
        }
        finally
        {
            room.Leave(mailbox);
        }
    }

    public void Point(string code, PointerPlace? place, string visitor) => Teaching(code, visitor).Point(place?.Bounded());

    public async IAsyncEnumerable<PointerPlace?> PointerAsync(string code, string visitor, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = Find(code);
        RequireMember(room.State, visitor);
        var mailbox = room.FollowPointer();
        try
        {
            await foreach (var place in mailbox.Reader.ReadAllAsync(cancellation))
            {
                yield return place;
            }
        }
        finally
        {
            room.LeavePointer(mailbox);
        }
    }

    // A room that was opened and never used gives way to one that is needed.
    private void MakePlace()
    {
        var open = rooms.All.ToList();
        if (open.Count < MostRooms)
        {
            return;
        }

        var unused = open.Where(room => room.Now is { State: { Students.IsEmpty: true, Wall.IsEmpty: true, Lesson: null }, Here.Count: 0 })
            .MinBy(room => room.State.ExpiresAt) ?? throw new TooBusyException("rooms", MostRooms);
        rooms.Remove(unused);
    }

    // Who tries codes until one fits gets tired of it. A class whose pupil does that comes in all the same: from where
    // somebody of the room came before, its code is no secret.
    private Room Guessed(string code, string address)
    {
        var room = Known(code);
        if (room?.Met(address) != true)
        {
            limits.RequireGuess(address);
        }

        if (room is null)
        {
            limits.Guess(address);
        }

        return room ?? throw NoRoom(code);
    }

    private Room? Known(string code) => RoomCode.Read(code) is { } read ? rooms.Find(read) : null;

    private Room Find(string code) => Known(code) ?? throw NoRoom(code);

    private static UnknownThingException NoRoom(string code) => new UnknownThingException("room", code, "Compare the code with the one that the teacher shows; if it is the same, the room is over.");

    private Room Teaching(string code, string visitor)
    {
        var room = Find(code);
        return room.State.Teaches(visitor) ? room : throw new NotTheTeacherException();
    }

    private void Change(Room room, Func<RoomState, RoomState> change)
    {
        if (room.Change(change))
        {
            rooms.Save(room);
        }
    }

    private static bool IsMember(RoomState state, string visitor) => state.Teaches(visitor) || state.StudentOf(visitor) is not null;

    private static void RequireMember(RoomState state, string visitor)
    {
        if (!IsMember(state, visitor))
        {
            throw state.Expelled.Contains(visitor) ? new ExpelledException() : new NotInRoomException();
        }
    }
}
