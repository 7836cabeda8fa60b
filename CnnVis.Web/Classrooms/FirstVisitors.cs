using CnnVis.Web.Runs;

namespace CnnVis.Web.Classrooms;

/// <summary>Teachers whose class is with them: what they run everybody waits for.</summary>
internal sealed class FirstVisitors(RoomStore rooms) : IFirstVisitors
{
    // A class is at least two others whose pages are open: a room to oneself gives nobody an advantage.
    private const int Fewest = 2;

    public bool Has(string visitor) => rooms.All.Any(room => room.State.Teaches(visitor) && HasClass(room.Now));

    private static bool HasClass(RoomMoment now) =>
        now.State.Students.Count(student => !now.State.Teaches(student.Visitor) && now.Here.Contains(student.Visitor)) >= Fewest;
}
