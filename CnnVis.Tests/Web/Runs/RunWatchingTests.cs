using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Runs;

/// <summary>Who watches a run, and what happens when nobody does.</summary>
public sealed class RunWatchingTests : RunByHand
{
    [Fact]
    public void A_watcher_gets_the_newest_frame_first_and_skips_what_it_was_too_slow_for()
    {
        var run = Started(total: 9);
        Advance(3);
        var mailbox = run.Watch();
        Assert.Equal(2, Take(mailbox));

        Advance(4);

        Assert.Equal(6, Take(mailbox));
        Assert.False(mailbox.Reader.TryRead(out _));
    }

    [Fact]
    public void Watching_ends_after_the_last_frame()
    {
        var run = Started(total: 2);
        var early = run.Watch();
        Advance(9);
        var late = run.Watch();

        Assert.Equal((2, 2), (Take(early), Take(late)));
        Assert.True(early.Reader.Completion.IsCompletedSuccessfully);
        Assert.True(late.Reader.Completion.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_run_nobody_watches_stops_after_the_grace()
    {
        var run = Started(total: 9);
        Advance(2);

        Time.Advance(Grace);

        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public void A_watcher_who_comes_back_within_the_grace_finds_the_run_going_on()
    {
        var run = Started(total: 9);
        var mailbox = run.Watch();
        Time.Advance(10 * Grace);
        run.Unwatch(mailbox);
        Time.Advance(Grace - TimeSpan.FromSeconds(1));
        run.Watch();
        Time.Advance(10 * Grace);

        Assert.Equal(RunState.Queued, run.State);
    }

    [Fact]
    public void A_pinned_run_goes_on_unwatched()
    {
        var run = Started(total: 9, pinned: true);

        Time.Advance(10 * Grace);
        Advance(20);

        Assert.Equal(RunState.Completed, run.State);
    }

    [Fact]
    public void A_pinned_run_does_not_stand_still_for_ever()
    {
        var run = Started(total: 9, pinned: true);
        run.Pause();
        Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(RunState.Paused, run.State);

        Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public void A_pinned_run_that_is_resumed_is_not_ended_by_its_pause()
    {
        var run = Started(total: 9, pinned: true);
        run.Pause();
        run.Resume();
        Time.Advance(TimeSpan.FromHours(1));
        Advance(20);

        Assert.Equal(RunState.Completed, run.State);
    }
}
