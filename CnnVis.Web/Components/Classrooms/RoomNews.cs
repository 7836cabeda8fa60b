using CnnVis.Web.Classrooms;
using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Web.Components.Classrooms;

/// <summary>
/// What came into a room while a student was at work elsewhere: something in the spotlight, or a lesson. Views are named as
/// in the room's address, its first one null.
/// </summary>
internal sealed class RoomNews
{
    private const string Tasks = "tasks";
    private string? _lit;
    private Lesson? _given;

    public bool Has(RoomView room, string? view) => !room.Teaches && view switch
    {
        null => room.Spotlight is { } post && post.Id != _lit,
        Tasks => room.Lesson is { } lesson && lesson != _given,
        _ => false,
    };

    /// <summary>Takes note of what is seen now.</summary>
    /// <param name="room">The room as it stands.</param>
    /// <param name="sees">Whether a view is on the screen.</param>
    public void Notice(RoomView room, Func<string?, bool> sees)
    {
        _lit = room.Spotlight is null || sees(null) ? room.Spotlight?.Id : _lit;
        _given = room.Lesson is null || sees(Tasks) ? room.Lesson : _given;
    }
}
