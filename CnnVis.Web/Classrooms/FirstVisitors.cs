using CnnVis.Web.Runs;

namespace CnnVis.Web.Classrooms;

/// <summary>Teachers whose class is with them: what they run everybody waits for.</summary>
internal sealed class FirstVisitors(RoomStore rooms) : IFirstVisitors
{
    public bool Has(string visitor) => rooms.All.Any(room => room.State is { Students.IsEmpty: false } state && state.Teaches(visitor));
}
