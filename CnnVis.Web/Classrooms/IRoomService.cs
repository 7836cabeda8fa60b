using CnnVis.Core;

namespace CnnVis.Web.Classrooms;

/// <summary>
/// The only door to rooms. What passes through it is plain data, so that the same door can one day stand in another
/// process. Every method that takes a code throws <see cref="UnknownThingException"/> where there is no such room, or none any more.
/// </summary>
public interface IRoomService
{
    /// <summary>Opens a room; who asks is its teacher.</summary>
    /// <param name="address">Where the request comes from, or null where that is not known.</param>
    /// <returns>The room's code.</returns>
    /// <exception cref="CnnVisException">There are too many, or too many came from one address.</exception>
    string Open(string visitor, string? address = null);

    /// <summary>Makes the browser that brings the key along a teacher's too.</summary>
    /// <param name="address">Where the request comes from, or null where that is not known.</param>
    /// <exception cref="CnnVisException">It is not the room's key, or too many wrong ones came from one address.</exception>
    void Recover(string code, string key, string visitor, string? address = null);

    /// <summary>The room's key, for the recovery link.</summary>
    /// <exception cref="NotTheTeacherException">Somebody else asks.</exception>
    string KeyOf(string code, string visitor);

    /// <summary>Lets a student in; who is in already gets the new name.</summary>
    /// <exception cref="CnnVisException">The name cannot be used, the room is full or locked, or too many came from one address.</exception>
    void Join(string code, string? nickname, string visitor, string? address = null);

    /// <summary>The room as this visitor may see it.</summary>
    /// <exception cref="NotInRoomException">The visitor has not joined.</exception>
    RoomView See(string code, string visitor);

    /// <summary>The room the visitor came into last and that still is, or null.</summary>
    string? RoomOf(string? visitor);

    /// <summary>Does something there.</summary>
    /// <exception cref="CnnVisException">The visitor may not, or it cannot be done.</exception>
    void Do(string code, RoomAct act, string visitor);

    /// <summary>Ends the room: everything it knew is deleted.</summary>
    /// <exception cref="NotTheTeacherException">Somebody else asks.</exception>
    void Close(string code, string visitor);

    /// <summary>
    /// The room as this visitor may see it, and again when it changed, ten times a second at most. Ends when the room
    /// ends or the visitor is no longer in it.
    /// </summary>
    IAsyncEnumerable<RoomView> FollowAsync(string code, string visitor, CancellationToken cancellation);

    /// <summary>Moves the pointer that all see, or takes it away.</summary>
    /// <exception cref="NotTheTeacherException">Somebody else asks.</exception>
    void Point(string code, PointerPlace? place, string visitor);

    /// <summary>Where the teacher points, and again when that changes; the newest only.</summary>
    IAsyncEnumerable<PointerPlace?> PointerAsync(string code, string visitor, CancellationToken cancellation);
}
