using System.Net.ServerSentEvents;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Api;

/// <summary>
/// A run as a stream of events: first all that was, then what comes. Who connects anew gets the past again, in events
/// that say their places, so that nothing counts twice.
/// </summary>
internal sealed class RunEvents
{
    /// <summary>The id of the last event. A browser that connects anew sends it, to be told that there is nothing more.</summary>
    public const string End = "end";

    private readonly Dictionary<string, int> _values = [];
    private int _frames;

    private RunEvents()
    {
    }

    public static async IAsyncEnumerable<SseItem<RunEvent>> Of(IAsyncEnumerable<RunDescription> standings)
    {
        var events = new RunEvents();
        await foreach (var run in standings)
        {
            foreach (var news in events.News(run))
            {
                yield return news;
            }
        }
    }

    // The state comes last, so that a client which leaves at the end has everything.
    private IEnumerable<SseItem<RunEvent>> News(RunDescription run)
    {
        foreach (var (name, values) in run.Curves)
        {
            var from = _values.GetValueOrDefault(name);
            if (values.Count > from)
            {
                _values[name] = values.Count;
                yield return new(new ScalarsEvent(name, from, [.. values.Skip(from).Select(RunResource.Finite)]), "scalars");
            }
        }

        foreach (var step in run.Kept.Skip(_frames))
        {
            yield return new(new FrameEvent(step, run.Total, $"/api/runs/{run.Id}/frames/{step}"), "frame");
        }

        _frames = Math.Max(_frames, run.Kept.Count);
        yield return new(new StateEvent(run.State, run.Step, run.Total, run.Place, run.Error?.ToString()), "state")
        {
            EventId = run.State.IsActive() ? null : End,
        };
    }
}
