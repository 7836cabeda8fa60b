using CnnVis.Web.Runs;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Runs;

public sealed class AdmissionTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<Run> _started = [];
    private readonly Admission _admission = new(Options.Create(new CnnVisOptions
    {
        MaxRunning = 3, MaxRunningPerVisitor = 2, MaxQueuedPerVisitor = 2, MaxActiveRuns = 6,
    }));

    [Fact]
    public void As_many_begin_as_may_and_the_others_wait_in_the_order_they_came()
    {
        var runs = Add("a", "b", "c", "d", "e");

        Assert.Equal(runs[..3], _started);
        Assert.Equal([0, 0, 0, 1, 2], runs.Select(run => _admission.PlaceOf(run)?.Number ?? 0));

        runs[1].Cancel();

        Assert.Same(runs[3], _started[^1]);
        Assert.Equal(1, _admission.PlaceOf(runs[4])!.Number);
    }

    [Fact]
    public void A_run_that_was_stopped_before_it_came_takes_no_place()
    {
        var run = SomeRuns.Of("a", _time, ended: _admission.Remove);
        run.Cancel();

        _admission.Add(run);

        Assert.Equal((0, 0), _admission.Count);
    }

    [Fact]
    public void Who_has_fewest_goes_first()
    {
        var runs = Add("a", "a", "b", "a", "c");

        runs[1].Cancel(); // a has one left, c none

        Assert.Same(runs[4], _started[^1]);
    }

    [Fact]
    public void One_visitor_has_a_share_and_is_told_when_it_is_used_up()
    {
        var runs = Add("a", "a", "a", "a");
        Assert.Equal(2, _started.Count);

        Assert.Contains("4 runs", Assert.Throws<TooManyRunsException>(() => Add("a")).Message, StringComparison.Ordinal);
        Add("b");
        Assert.Equal(3, _started.Count);

        runs[3].Cancel(); // one that only waited
        Add("a");
    }

    [Fact]
    public void All_together_have_a_limit_too()
    {
        Add("a", "b", "c", "d", "e", "f");

        Assert.Throws<TooBusyException>(() => Add("g"));
    }

    [Fact]
    public void The_wait_is_as_long_as_the_next_needs_to_its_end()
    {
        var runs = Add("a", "b", "c", "d");
        Assert.Null(_admission.PlaceOf(runs[3])!.Wait);

        for (var step = 0; step <= 5; step++) // a step each second: five are left
        {
            runs[0].Advance();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.FromSeconds(5), _admission.PlaceOf(runs[3])!.Wait);
    }

    [Fact]
    public void A_run_that_was_paused_and_resumed_while_it_waited_still_waits()
    {
        var runs = Add("a", "b", "c", "d");
        runs[3].Pause();
        runs[3].Resume();

        Assert.DoesNotContain(runs[3], _started);
        runs[0].Cancel();
        Assert.Contains(runs[3], _started);
    }

    private List<Run> Add(params string[] visitors) => [.. visitors.Select(visitor =>
    {
        var run = SomeRuns.Of(visitor, _time, schedule: TakeStart, ended: _admission.Remove);
        _admission.Add(run);
        return run;
    })];

    private void TakeStart(Run run)
    {
        if (!_started.Contains(run))
        {
            _started.Add(run);
        }
    }
}
