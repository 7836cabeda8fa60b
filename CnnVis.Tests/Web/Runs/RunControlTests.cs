using CnnVis.Core;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Runs;

/// <summary>What visitors may do to a run.</summary>
public sealed class RunControlTests : RunByHand
{
    [Fact]
    public void Pause_holds_the_run_step_moves_it_by_one_and_resume_lets_it_go_on()
    {
        var run = Started(total: 9);
        Advance(3);

        run.Pause();
        Advance(5);
        Assert.Equal((RunState.Paused, 2), (run.State, run.Describe().Step));

        run.StepOnce();
        Advance(5);
        Assert.Equal((RunState.Paused, 3), (run.State, run.Describe().Step));

        run.Resume();
        Advance(20);
        Assert.Equal((RunState.Completed, 9), (run.State, run.Describe().Step));
    }

    [Fact]
    public void A_step_asked_for_while_the_last_one_is_still_under_way_is_done_after_it()
    {
        Run? run = null;
        run = Started(Counting(9, atStep2: () =>
        {
            run!.Pause();
            run.StepOnce();
        }));

        Advance(20);

        Assert.Equal((RunState.Paused, 3), (run.State, run.Describe().Step));
    }

    [Fact]
    public void A_step_asked_for_before_the_start_picture_follows_it()
    {
        var run = Started(total: 9);
        run.Pause();
        run.StepOnce();

        Advance(20);

        Assert.Equal((RunState.Paused, 1), (run.State, run.Describe().Step));
    }

    [Fact]
    public void A_run_that_was_cancelled_stays_so_whatever_its_last_step_does()
    {
        Run? run = null;
        run = Started(Counting(9, atStep2: () =>
        {
            run!.Cancel();
            throw new InvalidPictureException("Too late.");
        }));

        Advance(20);

        Assert.Equal((RunState.Cancelled, null), (run.State, run.Describe().Error));
    }

    [Fact]
    public void A_run_paused_before_it_began_still_shows_its_start_picture()
    {
        var run = Started(total: 5);
        run.Pause();

        Advance(5);

        Assert.Equal((RunState.Paused, 0), (run.State, run.Latest!.Step));
    }

    [Fact]
    public void However_often_it_is_paused_and_resumed_a_run_takes_one_turn_at_aTime()
    {
        var run = Started(total: 9);
        for (var i = 0; i < 5; i++)
        {
            run.Pause();
            run.Resume();
        }

        Assert.Single(Queue);
    }

    [Fact]
    public void Cancel_keeps_the_frames_and_frees_the_technique()
    {
        var run = Started(total: 9);
        Advance(4);

        run.Cancel();
        Advance(1);

        Assert.Equal((RunState.Cancelled, 3), (run.State, run.Latest!.Step));
        Assert.True(Freed);
        Assert.Empty(Queue);
    }

    [Fact]
    public void A_paused_run_that_is_cancelled_isFreed_too()
    {
        var run = Started(total: 9);
        Advance(2);
        run.Pause();
        Advance(1);

        run.Cancel();
        Advance(1);

        Assert.True(Freed);
    }

    [Fact]
    public void A_run_that_several_asked_for_and_watch_is_held_by_none_and_ends_when_the_last_one_leaves()
    {
        var run = Started(total: 9);
        foreach (var visitor in new[] { "a", "b" })
        {
            run.Ask(visitor, pinned: false);
            run.Watch(visitor);
        }

        Assert.Throws<SharedRunException>(() => run.Pause("a"));
        Assert.Throws<SharedRunException>(() => run.Change(Rate, "b"));
        Assert.Throws<SharedRunException>(() => run.Pause("a stranger"));
        Assert.False(run.Leave("a stranger"));
        Assert.False(run.Leave("a"));
        Assert.Equal(RunState.Queued, run.State);

        run.Pause("b");
        Assert.Throws<SharedRunException>(() => run.Resume("a"));
        Assert.True(run.Leave("b"));
        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public void Who_asked_and_has_gone_or_only_looks_on_holds_nobody_back()
    {
        var run = Started(total: 9);
        run.Ask("a", pinned: false);
        run.Watch("a");
        run.Ask("gone", pinned: false);
        run.Unwatch(run.Watch("gone"));
        run.Watch("looking on");

        run.Pause("a");

        Assert.Equal(RunState.Paused, run.State);
    }

    [Fact]
    public void A_change_holds_after_the_step_that_is_under_way_and_a_second_one_joins_it()
    {
        Run? run = null;
        run = Started(Counting(9, atStep2: () => run!.Change(Rate)));

        Advance(2);
        Assert.Equal(1, run.Latest!.Step);
        run.Change(new Dictionary<string, double> { ["jitter"] = 1, ["rate"] = 0.3 });
        Assert.Equal([1], run.Spec.Changes.Select(change => change.After));
        Advance(1);
        run.Change(new Dictionary<string, double> { ["l2"] = 1 });

        Assert.Equal([1, 2], run.Spec.Changes.Select(change => change.After));
        Assert.Equal(new Dictionary<string, double> { ["rate"] = 0.2, ["l2"] = 1 }, run.Spec.Changes[1].Options);
        Assert.Equal(RunSpecJson.Hash(run.Spec), run.SpecHash);
    }

    [Fact]
    public void A_run_that_has_ended_cannot_be_changed()
    {
        var run = Started(total: 1);
        Advance(3);

        Assert.Throws<InvalidOptionsException>(() => run.Change(Rate));
    }

    private static Dictionary<string, double> Rate => new() { ["rate"] = 0.2 };
}
