using System.Net.ServerSentEvents;
using CnnVis.Tests.Web.Components;
using CnnVis.Web.Api;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Api;

public sealed class RunEventsTests
{
    private static readonly RunDescription Young = FakeRunService.Running("a") with { Step = 2, Curves = Curve(1, 2), Kept = [0, 2] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_past_comes_first_then_only_what_is_new()
    {
        var events = await Of(Young, Young with { Step = 4, Curves = Curve(1, 2, double.NaN, 4), Kept = [0, 2, 4] });

        Assert.Equal(["scalars", "frame", "frame", "state", "scalars", "frame", "state"], events.Select(item => item.EventType));
        Assert.Equal([1.0, 2.0], ((ScalarsEvent)events[0].Data).Values);
        Assert.Equal(new FrameEvent(2, 40, "/api/runs/a/frames/2"), events[2].Data);
        Assert.Equal(2, ((ScalarsEvent)events[4].Data).From);
        Assert.Equal([null, 4.0], ((ScalarsEvent)events[4].Data).Values);
        Assert.Equal(new StateEvent(RunState.Running, 4, 40, null, null), events[6].Data);
    }

    [Fact]
    public async Task Only_the_end_has_an_id()
    {
        var events = await Of(Young, Young with { State = RunState.Failed, Error = "It broke." });

        Assert.Equal([null, null, null, null, RunEvents.End], events.Select(item => item.EventId));
        Assert.Equal("It broke.", ((StateEvent)events[^1].Data).Error);
    }

    private static Dictionary<string, IReadOnlyList<double>> Curve(params double[] values) => new() { ["objective"] = values };

    private static async Task<List<SseItem<RunEvent>>> Of(params RunDescription[] standings) =>
        await RunEvents.Of(standings.ToAsyncEnumerable()).ToListAsync(Cancellation);
}
