using System.Security.Cryptography;

namespace CnnVis.Web.Classrooms;

/// <summary>How a student comes into a room.</summary>
internal static class Joining
{
    private const int MostStudents = 200;

    /// <summary>The room with the student in it, who may have another name now.</summary>
    /// <exception cref="CnnVis.Core.CnnVisException">The name is taken, or the room takes nobody, or not this one.</exception>
    public static RoomState Join(RoomState state, string name, string visitor)
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
}
