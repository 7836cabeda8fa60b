using System.Globalization;
using System.Security.Cryptography;
using CnnVis.Core;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Web.Classrooms;

/// <summary>Puts a run on the wall, where it is seen as it stands and goes on; the same one twice stays one.</summary>
public sealed record PostRun(string RunId, string Technique, string Words) : MemberAct
{
    internal const int MostPosts = 300, MostOfOne = 20;

    internal override RoomState Apply(RoomState room, string visitor)
    {
        var student = room.StudentOf(visitor)?.Id;
        if (room.Wall.Exists(post => post.RunId == RunId && post.Student == student))
        {
            return room;
        }

        if (room.Frozen && !room.Teaches(visitor))
        {
            throw new InvalidOptionsException("The teacher has frozen the wall: nothing new comes to it at the moment.");
        }

        if (room.Wall.Count >= MostPosts || room.Wall.Count(post => post.Student == student) >= MostOfOne)
        {
            throw new InvalidOptionsException($"The wall has room for {MostPosts} results, {MostOfOne} of each: ask your teacher to remove one.");
        }

        return room with { Wall = room.Wall.Add(new WallPost(RandomNumberGenerator.GetHexString(8, lowercase: true), RunId, student, Technique, Words)) };
    }
}

/// <summary>Takes one's own result off the wall.</summary>
public sealed record TakeDown(string Post) : MemberAct
{
    internal override RoomState Apply(RoomState room, string visitor) =>
        WallActs.Find(room, Post).Student == room.StudentOf(visitor)?.Id ? new RemovePost(Post).Apply(room) : throw new NotTheTeacherException();
}

/// <summary>Opens a step of the lesson.</summary>
/// <param name="Step">From 0.</param>
public sealed record OpenStep(int Step) : MemberAct
{
    internal override RoomState Apply(RoomState room, string visitor)
    {
        LessonActs.Find(room, Step);
        return LessonActs.Change(room, visitor, student => student with { Step = Step });
    }
}

/// <summary>Answers the question of a step; a later answer replaces an earlier one.</summary>
/// <param name="Step">From 0.</param>
public sealed record AnswerQuestion(int Step, string Text) : MemberAct
{
    internal override RoomState Apply(RoomState room, string visitor)
    {
        var question = LessonActs.Find(room, Step).Question
            ?? throw new InvalidOptionsException($"Step {(Step + 1).ToString(CultureInfo.InvariantCulture)} asks nothing.");
        var answer = question.Check(Text);
        return LessonActs.Change(room, visitor, student => student with
        {
            Step = Step,
            Answers = student.Answers.SetItem(Step, answer with { Tries = 1 + (student.Answers.GetValueOrDefault(Step)?.Tries ?? 0) }),
        });
    }
}

/// <summary>Goes, with everything of one's own; who teaches comes back by the recovery link.</summary>
public sealed record LeaveRoom : MemberAct
{
    internal override RoomState Apply(RoomState room, string visitor) =>
        Gone(room.Teaches(visitor) ? room with { Teachers = room.Teachers.Remove(visitor) } : room, visitor);

    private static RoomState Gone(RoomState room, string visitor) =>
        room.StudentOf(visitor) is { } student ? new Dismiss([student.Id]).Apply(room) : room;
}

internal static class LessonActs
{
    public static LessonStep Find(RoomState room, int step) => room.Lesson?.Steps.ElementAtOrDefault(step)
        ?? throw new UnknownThingException("step", (step + 1).ToString(CultureInfo.InvariantCulture), "The teacher may have chosen another lesson.");

    // A teacher who tries the lesson leaves no trace in the class's progress.
    public static RoomState Change(RoomState room, string visitor, Func<Student, Student> change) =>
        room.StudentOf(visitor) is { } student ? room with { Students = room.Students.Replace(student, change(student)) } : room;
}
