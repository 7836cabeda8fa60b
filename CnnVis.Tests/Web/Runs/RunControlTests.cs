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
}
