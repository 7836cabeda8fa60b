using CnnVis.Core;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Runs;

/// <summary>How a run lives and ends.</summary>
public sealed class RunTests : RunByHand
{
    [Fact]
    public void A_run_starts_with_its_start_picture_and_ends_completed_andFreed()
    {
        var run = Started(total: 3);

        Advance(10);

        Assert.Equal(RunState.Completed, run.State);
        Assert.Equal([1.0, 2, 3], run.Describe().Curve("objective"));
        Assert.Equal(3, run.Describe().Step);
        Assert.True(Freed);
    }

    [Fact]
    public void A_run_is_called_completed_only_when_it_is_written_down()
    {
        Journal.Waits = true;
        var run = Started(total: 3);
        var mailbox = run.Watch();
        Advance(10);

        Assert.Equal(RunState.Running, run.State);
        Assert.Equal(3, Take(mailbox)); // seen at once all the same
        Assert.True(run.CanBeShared); // whoever asks for the same now must not compute it again
        run.Cancel(); // too late

        Journal.WriteAll();

        Assert.Equal(RunState.Completed, run.State);
        Assert.True(mailbox.Reader.Completion.IsCompleted);
        Assert.Equal([run], Forgotten);
        Assert.Equal([0, 1, 2, 3], Journal.Written.Select(entry => entry.Frame?.Frame.Step ?? -1));
        Assert.Equal(RunState.Completed, Journal.Written[^1].Run.State);
    }

    [Fact]
    public void A_run_that_could_not_be_written_down_ends_all_the_same_and_says_so()
    {
        Journal.Problem = "There is no room.";
        var run = Started(total: 3);
        Advance(10);

        Assert.Equal((RunState.Completed, "There is no room."), (run.State, run.Describe().Unsaved));
        Assert.Empty(Forgotten); // it stays in memory
        Assert.Equal(1, run.FrameAt(1)!.Frame.Step);
    }

    [Fact]
    public void Frames_that_are_written_down_are_not_held()
    {
        Journal.Waits = true;
        var run = Started(total: 3);
        Advance(3);
        Assert.NotNull(run.FrameAt(1));

        Journal.WriteAll();

        Assert.Null(run.FrameAt(1));
        Assert.NotNull(run.FrameAt(2)); // the newest
        Assert.Equal([0, 1, 2], run.Describe().Kept);
    }

    [Fact]
    public void A_finished_run_lets_go_of_its_start_picture()
    {
        var (run, picture) = Finished();
        GC.Collect();

        Assert.False(picture.IsAlive);
        Assert.Equal(RunState.Completed, run.State);

        // In a method of its own, so that no local of this one keeps the picture.
        (Run, WeakReference) Finished()
        {
            var start = new byte[100];
            var finished = Started(Holding(start));
            Advance(20);
            return (finished, new WeakReference(start));
        }
    }

    [Fact]
    public void A_refusal_is_told_in_its_own_words_and_a_fault_is_not()
    {
        var refused = Started(Failing(new InvalidPictureException("Too small.")));
        Advance(2);
        var broken = Started(Failing(new InvalidOperationException("secret path")));
        Assert.Throws<InvalidOperationException>(() => Advance(2));

        Assert.Equal((RunState.Failed, "Too small."), (refused.State, refused.Describe().Error?.ToString()));
        Assert.Equal(RunState.Failed, broken.State);
        Assert.DoesNotContain("secret", broken.Describe().Error?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Speed_counts_recent_steps_and_no_pause()
    {
        var run = Started(total: 90);
        Advance(1);
        Steps(5);
        run.Pause();
        Time.Advance(TimeSpan.FromSeconds(20));
        run.Resume();
        Steps(5);

        Assert.Equal(4, run.Describe().StepsPerSecond, 1e-6);
        Assert.Equal(20, run.Describe().TimeLeft!.Value.TotalSeconds, 1e-6);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                Time.Advance(TimeSpan.FromMilliseconds(250));
                Advance(1);
            }
        }
    }
}
