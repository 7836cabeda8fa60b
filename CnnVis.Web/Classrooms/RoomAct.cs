namespace CnnVis.Web.Classrooms;

/// <summary>Something that is done in a room. What it is says who may.</summary>
public abstract record RoomAct
{
    /// <exception cref="NotInRoomException">The visitor may not do that here.</exception>
    internal abstract void Require(RoomState room, string? visitor);

    /// <summary>The room after it.</summary>
    internal abstract RoomState Apply(RoomState room, string visitor);
}

/// <summary>What only the teacher does.</summary>
public abstract record TeacherAct : RoomAct
{
    internal sealed override void Require(RoomState room, string? visitor)
    {
        if (!room.Teaches(visitor))
        {
            throw new NotTheTeacherException();
        }
    }

    internal sealed override RoomState Apply(RoomState room, string visitor) => Apply(room);

    internal abstract RoomState Apply(RoomState room);
}

/// <summary>What students do, and the teacher may try too.</summary>
public abstract record MemberAct : RoomAct
{
    internal sealed override void Require(RoomState room, string? visitor)
    {
        if (!room.Teaches(visitor) && room.StudentOf(visitor) is null)
        {
            throw room.Expelled.Contains(visitor ?? "") ? new ExpelledException() : new NotInRoomException();
        }
    }
}
