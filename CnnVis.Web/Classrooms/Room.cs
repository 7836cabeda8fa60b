using System.Threading.Channels;

namespace CnnVis.Web.Classrooms;

/// <summary>One room as it lives: its state, and those who follow it. Thread-safe.</summary>
internal sealed class Room(RoomState state)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Channel<RoomMoment>, string> _followers = [];
    private readonly Dictionary<string, long> _entered = []; // by visitor
    private readonly HashSet<string> _addresses = []; // in memory only
    private readonly HashSet<Channel<PointerPlace?>> _pointed = [];
    private RoomState _state = state;
    private bool _ended;

    public RoomState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    public RoomMoment Now
    {
        get
        {
            lock (_lock)
            {
                return new(_state, _followers.Values.ToHashSet());
            }
        }
    }

    /// <summary>Changes the state, and tells who follows.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Change(Func<RoomState, RoomState> change)
    {
        lock (_lock)
        {
            var next = change(_state);
            if (ReferenceEquals(next, _state))
            {
                return false;
            }

            _state = next;
            Tell();
            return true;
        }
    }

    /// <summary>Somebody who belongs here came from this address.</summary>
    public void Meet(string? address)
    {
        lock (_lock)
        {
            _ = address is not null && _addresses.Add(address);
        }
    }

    /// <summary>Whether somebody who belongs here came from this address since the server started.</summary>
    public bool Met(string address)
    {
        lock (_lock)
        {
            return _addresses.Contains(address);
        }
    }

    /// <summary>When this visitor came in last, or 0 for never since the server started.</summary>
    public long EnteredAt(string visitor)
    {
        lock (_lock)
        {
            return _entered.GetValueOrDefault(visitor);
        }
    }

    /// <summary>Follows the room, from this moment on; whoever is slow gets the newest only.</summary>
    /// <param name="now">The clock's timestamp.</param>
    public Channel<RoomMoment> Follow(string visitor, long now)
    {
        lock (_lock)
        {
            _entered[visitor] = now;
            var mailbox = Mailbox<RoomMoment>();
            _followers.Add(mailbox, visitor);
            Tell(); // that somebody came is news to the others, and the first news to this one
            Complete(mailbox);
            return mailbox;
        }
    }

    public void Leave(Channel<RoomMoment> mailbox)
    {
        lock (_lock)
        {
            if (_followers.Remove(mailbox))
            {
                Tell();
            }
        }
    }

    public Channel<PointerPlace?> FollowPointer()
    {
        lock (_lock)
        {
            var mailbox = Mailbox<PointerPlace?>();
            _pointed.Add(mailbox);
            Complete(mailbox);
            return mailbox;
        }
    }

    public void LeavePointer(Channel<PointerPlace?> mailbox)
    {
        lock (_lock)
        {
            _pointed.Remove(mailbox);
        }
    }

    public void Point(PointerPlace? place)
    {
        lock (_lock)
        {
            foreach (var mailbox in _pointed)
            {
                mailbox.Writer.TryWrite(place);
            }
        }
    }

    /// <summary>The room is over: nobody hears of it any more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _ended = true;
            _followers.Keys.ToList().ForEach(Complete);
            _pointed.ToList().ForEach(Complete);
        }
    }

    private void Tell()
    {
        var now = new RoomMoment(_state, _followers.Values.ToHashSet());
        foreach (var mailbox in _followers.Keys)
        {
            mailbox.Writer.TryWrite(now);
        }
    }

    private void Complete<T>(Channel<T> mailbox)
    {
        if (_ended)
        {
            mailbox.Writer.TryComplete();
        }
    }

    private static Channel<T> Mailbox<T>() =>
        Channel.CreateBounded<T>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
}

/// <param name="Here">The visitors whose page is open.</param>
internal sealed record RoomMoment(RoomState State, IReadOnlySet<string> Here)
{
    public RoomView For(string visitor) => RoomView.Of(State, Here, visitor);
}
