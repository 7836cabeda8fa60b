using System.Collections.Immutable;
using System.Security.Cryptography;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Web.Classrooms;

/// <summary>All there is to know of a room. It is a value: every act makes another one.</summary>
/// <param name="Code">See <see cref="RoomCode"/>.</param>
/// <param name="Key">Who brings it along is a teacher: the recovery link.</param>
/// <param name="ExpiresAt">When the room and all it knows are deleted.</param>
public sealed record RoomState(string Code, string Key, DateTimeOffset ExpiresAt)
{
    internal static string MakeKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The browsers of those who teach, first the one that opened the room; see <see cref="Hosting.Visitor"/>.</summary>
    public ImmutableList<string> Teachers { get; init; } = [];

    public ImmutableList<Student> Students { get; init; } = [];

    /// <summary>The browsers that were sent away.</summary>
    public ImmutableList<string> Expelled { get; init; } = [];

    /// <summary>Whether nobody new comes in.</summary>
    public bool Locked { get; init; }

    public Screen? Screen { get; init; }

    /// <summary>The one window of the teacher's that everybody follows; null until one shows, empty where none is to.</summary>
    public string? Window { get; init; }

    public ImmutableList<WallPost> Wall { get; init; } = [];

    /// <summary>Whether nothing new comes to the wall.</summary>
    public bool Frozen { get; init; }

    /// <summary>The post that all look at, or null.</summary>
    public string? Spotlight { get; init; }

    public Lesson? Lesson { get; init; }

    /// <summary>Whether names are replaced by numbers wherever the class can be seen.</summary>
    public bool Anonymous { get; init; }

    public bool Teaches(string? visitor) => visitor is not null && Teachers.Contains(visitor);

    /// <summary>Who joined in this browser, or null.</summary>
    public Student? StudentOf(string? visitor) => visitor is null ? null : Students.Find(student => student.Visitor == visitor);
}

/// <param name="Id">Tells students apart for the others, who learn nothing of the browser.</param>
/// <param name="Visitor">The browser.</param>
/// <param name="Number">What stands for the name where names are left out.</param>
public sealed record Student(string Id, string Visitor, string Nickname, int Number)
{
    /// <summary>The step of the lesson that was opened last, from 0; -1 before the first.</summary>
    public int Step { get; init; } = -1;

    /// <summary>By step.</summary>
    public ImmutableDictionary<int, Answer> Answers { get; init; } = ImmutableDictionary<int, Answer>.Empty;
}

/// <param name="Text">As it was given.</param>
/// <param name="IsRight">Or null where the question has no right answer.</param>
public sealed record Answer(string Text, bool? IsRight)
{
    /// <summary>How often it was answered, this time included.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>Whether the student may read why: who was wrong is to look again, three times.</summary>
    public bool Explains => IsRight != false || Tries >= 3;
}

/// <summary>A result on the wall.</summary>
/// <param name="Student">The student's id, or null for the teacher's own.</param>
public sealed record WallPost(string Id, string RunId, string? Student, string Technique, string Words)
{
    /// <summary>Whether only the teacher sees it.</summary>
    public bool Hidden { get; init; }
}
