using System.Collections.Immutable;
using CnnVis.Core;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Web.Classrooms;

/// <summary>A window of the teacher's shows what it has; another one's is ignored, so that two never fight over the class.</summary>
public sealed record ShowScreen(Screen? Screen, string Window) : TeacherAct
{
    internal override RoomState Apply(RoomState room) =>
        room.Window is null || room.Window == Window ? room with { Screen = Screen?.Bounded(), Window = Window } : room;
}

/// <summary>This window is the one that everybody follows from now on; the empty one stands for none.</summary>
public sealed record FollowWindow(string Window) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room.Window == Window ? room : room with { Window = Window, Screen = null };
}

/// <summary>A window was closed: what it showed stays until another shows something, which is followed then.</summary>
public sealed record LeaveWindow(string Window) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room.Window == Window ? room with { Window = null } : room;
}

/// <summary>All look at one post, or at none any more.</summary>
public sealed record PutInSpotlight(string? Post) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room with { Spotlight = Post is null ? null : Shown(WallActs.Find(room, Post)).Id };

    private static WallPost Shown(WallPost post) => !post.Hidden ? post
        : throw new InvalidOptionsException("A hidden result cannot be in the spotlight: show it again first.");
}

/// <summary>Takes a post out of the class's sight, or shows it again.</summary>
public sealed record HidePost(string Post, bool Hidden) : TeacherAct
{
    internal override RoomState Apply(RoomState room)
    {
        var post = WallActs.Find(room, Post);
        return WallActs.Unlit(room, post.Id) with { Wall = room.Wall.Replace(post, post with { Hidden = Hidden }) };
    }
}

/// <summary>Takes a post off the wall.</summary>
public sealed record RemovePost(string Post) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => WallActs.Unlit(room, Post) with { Wall = room.Wall.RemoveAll(post => post.Id == Post) };
}

/// <summary>Nothing new comes to the wall, or again.</summary>
public sealed record FreezeWall(bool Frozen) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room with { Frozen = Frozen };
}

/// <summary>Nobody new comes in, or again.</summary>
public sealed record LockRoom(bool Locked) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room with { Locked = Locked };
}

/// <summary>
/// Sends a student away, with everything of theirs: also with the teacher's rights, if they got hold of the recovery
/// link, which is another one then. Who opened the room keeps it.
/// </summary>
public sealed record Expel(string Student) : TeacherAct
{
    internal override RoomState Apply(RoomState room)
    {
        if (room.Students.Find(student => student.Id == Student) is not { } gone)
        {
            return room;
        }

        var without = room.Wall.RemoveAll(post => post.Student == Student);
        var intruded = room.Teachers.IndexOf(gone.Visitor) > 0;
        return room with
        {
            Teachers = intruded ? room.Teachers.Remove(gone.Visitor) : room.Teachers,
            Key = intruded ? RoomState.MakeKey() : room.Key,
            Students = room.Students.Remove(gone),
            Expelled = room.Expelled.Add(gone.Visitor),
            Wall = without,
            Spotlight = without.Exists(post => post.Id == room.Spotlight) ? room.Spotlight : null,
        };
    }
}

/// <summary>Lets students go, with everything of theirs; they may come again.</summary>
public sealed record Dismiss(ImmutableList<string> Students) : TeacherAct
{
    internal override RoomState Apply(RoomState room) =>
        Students.Aggregate(room, (left, student) => new Expel(student).Apply(left)) with { Expelled = room.Expelled };
}

/// <summary>Who was sent away may come in again.</summary>
public sealed record Readmit : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room with { Expelled = [] };
}

/// <summary>Gives the class a lesson, or none; what was answered before is forgotten.</summary>
public sealed record Teach(Lesson? Lesson) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => Lesson == room.Lesson ? room : room with
    {
        Lesson = Lesson,
        Students = room.Students.ConvertAll(student => student with { Step = -1, Answers = student.Answers.Clear() }),
    };
}

/// <summary>Names are replaced by numbers, or shown again.</summary>
public sealed record Anonymise(bool Anonymous) : TeacherAct
{
    internal override RoomState Apply(RoomState room) => room with { Anonymous = Anonymous };
}

internal static class WallActs
{
    public static WallPost Find(RoomState room, string post) => room.Wall.Find(one => one.Id == post)
        ?? throw new UnknownThingException("post", post, "It was taken off the wall.");

    public static RoomState Unlit(RoomState room, string post) => room.Spotlight == post ? room with { Spotlight = null } : room;
}
