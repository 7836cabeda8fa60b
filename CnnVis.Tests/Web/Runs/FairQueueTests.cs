using CnnVis.Web.Runs;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Runs;

/// <summary>Whose step comes next, with a clock that only steps move.</summary>
public sealed class FairQueueTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FairQueue _queue;

    public FairQueueTests() => _queue = new FairQueue(_time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public void Visitors_take_turns_however_many_runs_each_has()
    {
        AddRuns("many", "many", "many", "one");

        Assert.Equal("many one many one many one many one", Served(steps: 8));
    }

    [Fact]
    public void Who_has_slow_steps_gets_as_much_time_as_the_others_not_as_many_steps()
    {
        AddRuns("slow", "quick");

        var served = Served(steps: 22, visitor => visitor == "slow" ? 10 : 1).Split(' ');

        Assert.Equal((2, 20), (served.Count(visitor => visitor == "slow"), served.Count(visitor => visitor == "quick")));
    }

    [Fact]
    public void Who_comes_late_begins_level_and_neither_waits_for_the_past_nor_catches_up()
    {
        AddRuns("early");
        Served(steps: 100);

        AddRuns("late");

        Assert.InRange(Served(steps: 10).Split(' ').Count(visitor => visitor == "late"), 5, 6);
    }

    [Fact]
    public void Runs_of_one_visitor_take_turns_among_themselves()
    {
        var (first, second) = (Run("a"), Run("a"));
        _queue.Add(first);
        _queue.Add(second);

        var served = new List<Run>();
        for (var i = 0; i < 4; i++)
        {
            _queue.Serve(run => { served.Add(run); return true; }, CancellationToken.None);
        }

        Assert.Equal([first, second, first, second], served);
    }

    [Fact]
    public void A_run_that_wants_no_more_is_not_served_again()
    {
        AddRuns("a", "b");

        _queue.Serve(_ => false, CancellationToken.None);

        Assert.Equal("b b b", Served(steps: 3));
    }

    [Fact]
    public void Who_comes_first_has_three_quarters_and_the_others_share_the_rest()
    {
        using var queue = new FairQueue(_time, new First());
        foreach (var visitor in new[] { "ada", "bob", "teacher" })
        {
            queue.Add(Run(visitor));
        }

        var served = Served(queue, steps: 40).Split(' ');

        Assert.Equal((30, 5, 5), (served.Count(one => one == "teacher"), served.Count(one => one == "ada"), served.Count(one => one == "bob")));
    }

    [Fact]
    public void Who_comes_first_and_late_saves_nothing_up_and_the_others_neither()
    {
        using var queue = new FairQueue(_time, new First());
        queue.Add(Run("ada"));
        Served(queue, steps: 100);

        queue.Add(Run("teacher"));

        Assert.Equal(6, Served(queue, steps: 8).Split(' ').Count(one => one == "teacher"));
    }

    private sealed class First : IFirstVisitors
    {
        public bool Has(string visitor) => visitor == "teacher";
    }

    private void AddRuns(params string[] visitors) => visitors.ToList().ForEach(visitor => _queue.Add(Run(visitor)));

    private string Served(int steps, Func<string, int>? seconds = null) => Served(_queue, steps, seconds);

    private string Served(FairQueue queue, int steps, Func<string, int>? seconds = null)
    {
        var served = new List<string>();
        for (var i = 0; i < steps; i++)
        {
            queue.Serve(run =>
            {
                served.Add(run.Visitor);
                _time.Advance(TimeSpan.FromSeconds(seconds?.Invoke(run.Visitor) ?? 1));
                return true;
            }, CancellationToken.None);
        }

        return string.Join(' ', served);
    }

    private Run Run(string visitor) => SomeRuns.Of(visitor, _time);
}
