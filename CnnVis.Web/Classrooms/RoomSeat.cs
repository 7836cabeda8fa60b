using CnnVis.Core;
using CnnVis.Web.Hosting;
using CnnVis.Web.Languages;
using CnnVis.Web.Storage;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Classrooms;

/// <summary>The visitor's place in a room, for all pages of one circuit: what the room looks like from there, and what is done in it.</summary>
public sealed class RoomSeat(IRoomService rooms, CircuitVisitor visitor, CircuitPresence presence, IStringLocalizer<Words> L) : IDisposable
{
    private CancellationTokenSource? _sitting;
    private bool _points;

    /// <summary>Something about the room changed. It comes on any thread.</summary>
    public event Action? Changed;

    /// <summary>The room as the visitor may see it, or null outside of one.</summary>
    public RoomView? Room { get; private set; }

    /// <summary>Why the visitor is no longer in the room, a sentence, or null.</summary>
    public string? Farewell { get; private set; }

    /// <summary>Whether that was the teacher's will.</summary>
    public bool Expelled { get; private set; }

    /// <summary>What this page has on the screen, or null where it shows nothing that others could follow.</summary>
    public Screen? Mine { get; private set; }

    /// <summary>This tab of the browser; the same after a reload.</summary>
    public string Window { get; set; } = "";

    /// <summary>Whether the class follows this window.</summary>
    public bool IsFollowed => Room is { Teaches: true } room && room.Window == Window && Window.Length > 0;

    /// <summary>Opens a room of the visitor's own.</summary>
    /// <returns>Its code.</returns>
    /// <exception cref="CnnVisException">See <see cref="IRoomService.Open"/>.</exception>
    public string Open()
    {
        var code = rooms.Open(visitor.Id ?? throw new NotInRoomException(), visitor.Address);
        Sit(code);
        return code;
    }

    /// <summary>Takes the visitor's seat in a room, or in the one that was entered last.</summary>
    public void Sit(string? code = null)
    {
        if (visitor.Id is not { } who || ((RoomCode.Read(code) ?? code) ?? EnteredLast(who)) is not { } found || found == Room?.Code)
        {
            return;
        }

        _sitting?.Cancel();
        _sitting = new CancellationTokenSource();
        (Room, Farewell, Expelled) = (null, null, false);
        try
        {
            Room = rooms.See(found, who);
            _ = FollowAsync(found, who, _sitting.Token);
        }
        catch (CnnVisException problem)
        {
            (Farewell, Expelled) = (L.Tell(problem), problem is ExpelledException);
        }
    }

    // Where rooms cannot be read the page is none of a room.
    private string? EnteredLast(string who)
    {
        try
        {
            return rooms.RoomOf(who);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Does something in the room.</summary>
    /// <returns>Why it could not be done, a sentence, or null.</returns>
    public string? Do(RoomAct act) => Try(code => rooms.Do(code, act, visitor.Id!));

    /// <summary>Ends the room.</summary>
    /// <inheritdoc cref="Do"/>
    public string? Close() => Try(code => rooms.Close(code, visitor.Id!));

    /// <summary>Moves the pointer that all see, or takes it away; what another window shows is not pointed at from this one.</summary>
    /// <inheritdoc cref="Do"/>
    public string? Point(PointerPlace? place)
    {
        if (place is null ? !_points : !IsFollowed)
        {
            return null;
        }

        _points = place is not null;
        return Try(code => rooms.Point(code, place, visitor.Id!));
    }

    /// <summary>The page tells what it has on the screen; if the class follows this window, it sees that.</summary>
    public void Show(Screen? screen)
    {
        if (screen is null ? Mine is null : Mine?.Same(screen) == true)
        {
            return;
        }

        Mine = screen;
        if (Room?.Teaches == true && Window.Length > 0 && screen is not null)
        {
            Do(new ShowScreen(screen, Window));
        }

        Changed?.Invoke();
    }

    /// <summary>The class follows this window from now on, or none.</summary>
    public void Lead(bool leads)
    {
        Do(new FollowWindow(leads ? Window : ""));
        if (leads && Mine is { } screen)
        {
            Do(new ShowScreen(screen, Window));
        }
    }

    public void Dispose()
    {
        Point(null);
        if (IsFollowed)
        {
            Do(new LeaveWindow(Window)); // a page that is only loaded anew comes back under the same name
        }

        _sitting?.Cancel();
        _sitting?.Dispose();
    }

    private async Task FollowAsync(string code, string who, CancellationToken left)
    {
        try
        {
            while (!left.IsCancellationRequested)
            {
                await WhileConnected(code, who, left);
                await presence.WaitForConnectionAsync(left);
                left.ThrowIfCancellationRequested(); // another seat was taken meanwhile
                Room = rooms.See(code, who); // the end of the room, if that was why, is told here
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or another seat taken.
        }
        catch (CnnVisException problem) when (!left.IsCancellationRequested)
        {
            (Room, Farewell, Expelled) = (null, Goodbye(problem), problem is ExpelledException);
            Changed?.Invoke();
        }
    }

    // To somebody who was in it a moment ago.
    private string Goodbye(CnnVisException problem) => problem switch
    {
        UnknownThingException => L["The room is over. Its names, answers and wall are deleted."],
        NotInRoomException => L["You have left the room."],
        _ => L.Tell(problem),
    };

    private async Task WhileConnected(string code, string who, CancellationToken left)
    {
        using var connected = CancellationTokenSource.CreateLinkedTokenSource(left, presence.Connection);
        try
        {
            await foreach (var room in rooms.FollowAsync(code, who, connected.Token))
            {
                left.ThrowIfCancellationRequested();
                Room = room;
                Changed?.Invoke();
            }
        }
        catch (OperationCanceledException) when (!left.IsCancellationRequested)
        {
            // The browser is away: who is not there does not count as present, and points at nothing.
            Point(null);
        }
    }

    private string? Try(Action<string> act)
    {
        if (Room is not { } room)
        {
            return Farewell;
        }

        try
        {
            act(room.Code);
            return null;
        }
        catch (CnnVisException problem)
        {
            return L.Tell(problem);
        }
    }
}
