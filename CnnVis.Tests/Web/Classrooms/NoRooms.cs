using CnnVis.Core;
using CnnVis.Web.Classrooms;

namespace CnnVis.Tests.Web.Classrooms;

/// <summary>A world without rooms.</summary>
internal sealed class NoRooms : IRoomService
{
    public string? RoomOf(string? visitor) => null;

    public string Open(string visitor, string? address = null) => throw None("");

    public void Recover(string code, string key, string visitor, string? address = null) => throw None(code);

    public string KeyOf(string code, string visitor) => throw None(code);

    public void Join(string code, string? nickname, string visitor, string? address = null) => throw None(code);

    public RoomView See(string code, string visitor) => throw None(code);

    public void Do(string code, RoomAct act, string visitor) => throw None(code);

    public void Close(string code, string visitor) => throw None(code);

    public IAsyncEnumerable<RoomView> FollowAsync(string code, string visitor, CancellationToken cancellation) => throw None(code);

    public void Point(string code, PointerPlace? place, string visitor) => throw None(code);

    public IAsyncEnumerable<PointerPlace?> PointerAsync(string code, string visitor, CancellationToken cancellation) => throw None(code);

    private static UnknownThingException None(string code) => new("room", code, "There are none here.");
}
