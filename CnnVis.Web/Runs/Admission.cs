using CnnVis.Core;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <summary>
/// How many runs may be under way at once: each holds memory, and the more there are, the slower each becomes. Who has
/// fewest goes first; the others wait in the order they came. Thread-safe.
/// </summary>
internal sealed class Admission(IOptions<CnnVisOptions> options, IFirstVisitors? first = null)
{
    private const int ForFirst = 4;

    private readonly Lock _lock = new();
    private readonly List<Run> _running = [];
    private readonly List<Run> _waiting = [];

    /// <exception cref="TooBusyException">The visitor, or everybody together, has too many.</exception>
    public void Add(Run run)
    {
        lock (_lock)
        {
            RequireRoom(run.Visitor);
            if (!run.IsOver) // who asks for the same may have stopped it already
            {
                _waiting.Add(run);
            }
        }

        Admit();
    }

    /// <summary>Whether one more run may be added.</summary>
    /// <inheritdoc cref="Add"/>
    public void RequireRoom(string? visitor)
    {
        lock (_lock)
        {
            var most = options.Value.MaxRunningPerVisitor + options.Value.MaxQueuedPerVisitor;
            if (_running.Concat(_waiting).Count(other => other.Visitor == visitor) >= most)
            {
                throw new TooManyRunsException(most);
            }

            if (_running.Count + _waiting.Count >= options.Value.MaxActiveRuns + Extra(visitor ?? ""))
            {
                throw new TooBusyException("runs", options.Value.MaxActiveRuns);
            }
        }
    }

    /// <summary>The run has ended, or was never to begin.</summary>
    public void Remove(Run run)
    {
        lock (_lock)
        {
            _running.Remove(run);
            _waiting.Remove(run);
        }

        Admit();
    }

    /// <summary>How many are under way, and how many wait.</summary>
    public (int Running, int Waiting) Count
    {
        get
        {
            lock (_lock)
            {
                return (_running.Count, _waiting.Count);
            }
        }
    }

    /// <summary>The run's place among those that wait, from 1, and about how long that will be; null if it does not wait.</summary>
    public WaitingPlace? PlaceOf(Run run)
    {
        int place;
        List<Run> running;
        lock (_lock)
        {
            place = _waiting.IndexOf(run);
            if (place < 0)
            {
                return null;
            }

            running = [.. _running];
        }

        return new WaitingPlace(place + 1, Wait(place, running));
    }

    // As many must end first as wait before it, and one more. They may grow quicker as others end: it is no promise.
    private static TimeSpan? Wait(int place, List<Run> running)
    {
        var left = running.Select(run => run.TimeLeft).OfType<TimeSpan>().Order().ToList();
        return place < left.Count ? left[place] : null;
    }

    private void Admit()
    {
        while (Next() is { } run)
        {
            run.Start();
        }
    }

    private Run? Next()
    {
        lock (_lock)
        {
            var run = _waiting
                .Where(one => Running(one.Visitor) < options.Value.MaxRunningPerVisitor && _running.Count < options.Value.MaxRunning + Extra(one.Visitor))
                .OrderBy(one => Extra(one.Visitor) > 0 ? 0 : 1).ThenBy(one => Running(one.Visitor)).FirstOrDefault(); // of several the first that came
            if (run is not null)
            {
                _waiting.Remove(run);
                _running.Add(run);
            }

            return run;
        }
    }

    // A class that waits for its teacher's run is not kept from it by runs of its own.
    private int Extra(string visitor) => first?.Has(visitor) == true ? ForFirst : 0;

    private int Running(string visitor) => _running.Count(run => run.Visitor == visitor);
}

/// <summary>Where a run stands that has not begun.</summary>
/// <param name="Number">1 is the next.</param>
/// <param name="Wait">About how long until it begins, or null while nobody knows.</param>
public sealed record WaitingPlace(int Number, TimeSpan? Wait);

/// <summary>One visitor has as many runs as one may have.</summary>
public sealed class TooManyRunsException(int most)
    : CnnVisException("too-many-own-runs", $"You have {most} runs under way or waiting, as many as one may have: stop one, or wait for one to end.");
