using CnnVis.Core;

namespace CnnVis.Web.Classrooms;

/// <summary>A student, or somebody from outside, tried what only the teacher may do.</summary>
public sealed class NotTheTeacherException()
    : CnnVisException("not-the-teacher", "Only the teacher of this room can do that, in the browser that opened it or with its recovery link.");

/// <summary>Somebody who has not joined tried what only the class may do.</summary>
public sealed class NotInRoomException() : CnnVisException("not-in-room", "You are not in this room: join it first.");

/// <summary>Somebody whom the teacher sent away came back.</summary>
public sealed class ExpelledException() : CnnVisException("expelled", "The teacher has removed you from this room.");

/// <summary>Nobody new comes in.</summary>
public sealed class RoomClosedException(Sentence why) : CnnVisException("room-closed", why);

/// <summary>Somebody already has this name there.</summary>
public sealed class NicknameTakenException(string name)
    : CnnVisException("nickname-taken", $"Somebody in this room is called {name} already: choose another nickname.");

/// <summary>Too much came from one place in a short time.</summary>
public sealed class TooManyRequestsException(string what)
    : CnnVisException("too-many-requests", Sentence.Of($"Too many {what} came from your place just now: wait a minute and try again."));
