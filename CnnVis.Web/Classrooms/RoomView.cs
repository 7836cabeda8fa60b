using System.Collections.Immutable;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Web.Classrooms;

/// <summary>A room as one of those in it may see it: students learn nothing of each other but names and results.</summary>
/// <param name="Teaches">Whether the visitor is a teacher here.</param>
public sealed record RoomView(string Code, DateTimeOffset ExpiresAt, bool Teaches)
{
    /// <summary>The visitor as a student, or null.</summary>
    public Student? Me { get; init; }

    /// <summary>For the teacher everybody, with what they answered; else empty.</summary>
    public ImmutableList<Student> Students { get; init; } = [];

    /// <summary>How many students have joined; the teacher's to know.</summary>
    public int Count { get; init; }

    /// <summary>How many browsers were sent away; the teacher's to know.</summary>
    public int Removed { get; init; }

    /// <summary>The ids of the students whose page is open.</summary>
    public ImmutableHashSet<string> Here { get; init; } = [];

    /// <summary>Whether a page of the teacher's is open.</summary>
    public bool TeacherIsHere { get; init; }

    public Screen? Screen { get; init; }

    /// <inheritdoc cref="RoomState.Window"/>
    public string? Window { get; init; }

    /// <summary>The posts that the visitor may see.</summary>
    public ImmutableList<WallPost> Wall { get; init; } = [];

    /// <summary>The name under which the posts of each student who has some are shown, by id.</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    public bool Frozen { get; init; }

    public bool Locked { get; init; }

    public bool Anonymous { get; init; }

    /// <summary>The post that all look at, or null.</summary>
    public WallPost? Spotlight { get; init; }

    public Lesson? Lesson { get; init; }

    /// <summary>Whether there is nothing new: most of what others do is nothing to a student.</summary>
    public bool Same(RoomView other) =>
        this with { Wall = other.Wall, Names = other.Names } == other && Wall.SequenceEqual(other.Wall) && Names.SequenceEqual(other.Names);

    /// <summary>The same with numbers instead of names, as far as the visitor knows them: for a page that hangs on a wall.</summary>
    public RoomView Numbered => this with
    {
        Students = Students.ConvertAll(student => Shown(student, anonymous: true)),
        Names = Students.Where(student => Names.ContainsKey(student.Id)).ToImmutableDictionary(student => student.Id, NumberOf),
    };

    /// <param name="here">The visitors whose page is open.</param>
    internal static RoomView Of(RoomState room, IReadOnlySet<string> here, string visitor)
    {
        var teaches = room.Teaches(visitor);
        var wall = teaches ? room.Wall : room.Wall.RemoveAll(post => post.Hidden);
        return new RoomView(room.Code, room.ExpiresAt, teaches)
        {
            Me = room.StudentOf(visitor) is { } me ? me with { Visitor = "" } : null,
            Students = teaches ? room.Students.ConvertAll(student => Shown(student, room.Anonymous)) : [],
            Count = teaches ? room.Students.Count : 0,
            Removed = teaches ? room.Expelled.Count : 0,
            Here = teaches ? [.. room.Students.Where(student => here.Contains(student.Visitor)).Select(student => student.Id)] : [],
            TeacherIsHere = room.Teachers.Exists(here.Contains),
            Screen = room.Screen,
            Window = teaches ? room.Window : null,
            Wall = wall,
            Names = NamesOf(room, wall),
            Frozen = room.Frozen,
            Locked = room.Locked,
            Anonymous = room.Anonymous,
            Spotlight = wall.Find(post => post.Id == room.Spotlight),
            Lesson = room.Lesson,
        };
    }

    private static ImmutableDictionary<string, string> NamesOf(RoomState room, ImmutableList<WallPost> wall)
    {
        var posted = wall.Select(post => post.Student).ToHashSet();
        return room.Students.Where(student => posted.Contains(student.Id)).ToImmutableDictionary(student => student.Id, student => Shown(student, room.Anonymous).Nickname);
    }

    // Not even the teacher's page needs to know a browser.
    private static Student Shown(Student student, bool anonymous) =>
        student with { Visitor = "", Nickname = anonymous ? NumberOf(student) : student.Nickname };

    private static string NumberOf(Student student) => FormattableString.Invariant($"#{student.Number}");
}
