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
    internal const int MostRooms = 200, MostStudents = 200;
    internal static readonly TimeSpan FollowPace = TimeSpan.FromMilliseconds(100);

    public string Open(string visitor, string? address = null)
    {
        limits.Open(address ?? visitor);
        if (rooms.All.Count() >= MostRooms)
        {
            throw new TooBusyException("rooms", MostRooms);
        }

        var expires = time.GetUtcNow().AddHours(options.Value.RoomHours);
        Room room;
        do
        {
            room = new Room(new RoomState(RoomCode.Make(), RandomNumberGenerator.GetHexString(32, lowercase: true), expires) { Teachers = [visitor] });
        }
        while (!rooms.Add(room));

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

        Change(room, state => Joined(state, name, visitor));
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
            runs.Pin(post.RunId, visitor); // on the wall it is watched by all
        }

        Change(room, state =>
        {
            act.Require(state, visitor);
            return act.Apply(state, visitor);
        });
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

    private static RoomState Joined(RoomState state, string name, string visitor)
    {
        var before = state.StudentOf(visitor);
        if (state.Expelled.Contains(visitor))
        {
            throw new ExpelledException();
        }

        if (state.Students.Exists(other => other.Visitor != visitor && Nickname.Same(other.Nickname, name)))
        {
            throw new NicknameTakenException(name);
        }

        if (before is not null)
        {
            return before.Nickname == name ? state : state with { Students = state.Students.Replace(before, before with { Nickname = name }) };
        }

        if (state.Locked)
        {
            throw new RoomClosedException("The teacher has locked this room: nobody new comes in.");
        }

        if (state.Students.Count >= MostStudents)
        {
            throw new RoomClosedException($"This room is full: it holds {MostStudents} students.");
        }

        var number = 1 + (state.Students.IsEmpty ? 0 : state.Students.Max(student => student.Number));
        return state with { Students = state.Students.Add(new Student(RandomNumberGenerator.GetHexString(8, lowercase: true), visitor, name, number)) };
    }

    // Who tries codes until one fits gets tired of it.
    private Room Guessed(string code, string address)
    {
        limits.RequireGuess(address);
        try
        {
            return Find(code);
        }
        catch (UnknownThingException)
        {
            limits.Guess(address);
            throw;
        }
    }

    private Room Find(string code) => (RoomCode.Read(code) is { } read ? rooms.Find(read) : null)
        ?? throw new UnknownThingException("room", code, "Compare the code with the one on the wall; if it is the same, the room is over.");

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
