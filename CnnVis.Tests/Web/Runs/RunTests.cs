using System.Threading.Channels;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Runs;

/// <summary>One run with a queue that the test empties by hand: no thread, no waiting.</summary>
public class RunTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private readonly FakeTimeProvider _time = new();
    private readonly Queue<Run> _queue = new();
    private bool _freed;

    [Fact]
    public void A_run_starts_with_its_start_picture_and_ends_completed_and_freed()
    {
        var run = Started(total: 3);

        Advance(10);

        Assert.Equal(RunState.Completed, run.State);
        Assert.Equal([1.0, 2, 3], run.Describe().Objective);
        Assert.Equal(3, run.Describe().Step);
        Assert.True(_freed);
    }

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
    public void A_run_paused_before_it_began_still_shows_its_start_picture()
    {
        var run = Started(total: 5);
        run.Pause();

        Advance(5);

        Assert.Equal((RunState.Paused, 0), (run.State, run.Latest!.Step));
    }

    [Fact]
    public void However_often_it_is_paused_and_resumed_a_run_takes_one_turn_at_a_time()
    {
        var run = Started(total: 9);
        for (var i = 0; i < 5; i++)
        {
            run.Pause();
            run.Resume();
        }

        Assert.Single(_queue);
    }

    [Fact]
    public void Cancel_keeps_the_frames_and_frees_the_technique()
    {
        var run = Started(total: 9);
        Advance(4);

        run.Cancel();
        Advance(1);

        Assert.Equal((RunState.Cancelled, 3), (run.State, run.Latest!.Step));
        Assert.True(_freed);
        Assert.Empty(_queue);
    }

    [Fact]
    public void A_paused_run_that_is_cancelled_is_freed_too()
    {
        var run = Started(total: 9);
        Advance(2);
        run.Pause();
        Advance(1);

        run.Cancel();
        Advance(1);

        Assert.True(_freed);
    }

    [Fact]
    public void A_refusal_is_told_in_its_own_words_and_a_fault_is_not()
    {
        var refused = Started(Failing(new InvalidPictureException("Too small.")));
        Advance(2);
        var broken = Started(Failing(new InvalidOperationException("secret path")));
        Assert.Throws<InvalidOperationException>(() => Advance(2));

        Assert.Equal((RunState.Failed, "Too small."), (refused.State, refused.Describe().Error));
        Assert.Equal(RunState.Failed, broken.State);
        Assert.DoesNotContain("secret", broken.Describe().Error, StringComparison.Ordinal);
    }

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

        _time.Advance(Grace);

        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public void A_watcher_who_comes_back_within_the_grace_finds_the_run_going_on()
    {
        var run = Started(total: 9);
        var mailbox = run.Watch();
        _time.Advance(10 * Grace);
        run.Unwatch(mailbox);
        _time.Advance(Grace - TimeSpan.FromSeconds(1));
        run.Watch();
        _time.Advance(10 * Grace);

        Assert.Equal(RunState.Queued, run.State);
    }

    [Fact]
    public void A_pinned_run_goes_on_unwatched()
    {
        var run = Started(total: 9, pinned: true);

        _time.Advance(10 * Grace);
        Advance(20);

        Assert.Equal(RunState.Completed, run.State);
    }

    [Fact]
    public void A_pinned_run_does_not_stand_still_for_ever()
    {
        var run = Started(total: 9, pinned: true);
        run.Pause();
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(RunState.Paused, run.State);

        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(RunState.Cancelled, run.State);
    }

    [Fact]
    public void A_pinned_run_that_is_resumed_is_not_ended_by_its_pause()
    {
        var run = Started(total: 9, pinned: true);
        run.Pause();
        run.Resume();
        _time.Advance(TimeSpan.FromHours(1));
        Advance(20);

        Assert.Equal(RunState.Completed, run.State);
    }

    [Fact]
    public void Speed_counts_recent_steps_and_no_pause()
    {
        var run = Started(total: 90);
        Advance(1);
        Steps(5);
        run.Pause();
        _time.Advance(TimeSpan.FromSeconds(20));
        run.Resume();
        Steps(5);

        Assert.Equal(4, run.Describe().StepsPerSecond, 1e-6);
        Assert.Equal(20, run.Describe().TimeLeft!.Value.TotalSeconds, 1e-6);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                _time.Advance(TimeSpan.FromMilliseconds(250));
                Advance(1);
            }
        }
    }

    private Run Started(int total, bool pinned = false) => Started(Counting(total), pinned);

    private Run Started(IEnumerable<Frame> frames, bool pinned = false)
    {
        var spec = new RunSpec("neuron", "builtin", null, new NeuronOptions());
        var run = new Run(spec, pinned, frames, _queue.Enqueue, _time, Grace);
        run.Start();
        return run;
    }

    // What the engine's thread does, by hand.
    private void Advance(int turns)
    {
        while (turns-- > 0 && _queue.TryDequeue(out var run))
        {
            if (run.Advance())
            {
                _queue.Enqueue(run);
            }
        }
    }

    private static IEnumerable<Frame> Holding(byte[] start)
    {
        for (var step = 0; step <= 2; step++)
        {
            yield return new Frame(step, 2, Pictures.Soft(4, 4), new Dictionary<string, double> { ["bytes"] = start.Length });
        }
    }

    private IEnumerable<Frame> Counting(int total, Action? atStep2 = null)
    {
        try
        {
            for (var step = 0; step <= total; step++)
            {
                if (step == 2)
                {
                    atStep2?.Invoke();
                }

                var scalars = step > 0 ? new Dictionary<string, double> { ["objective"] = step } : [];
                yield return new Frame(step, total, Pictures.Soft(4, 4), scalars);
            }
        }
        finally
        {
            _freed = true;
        }
    }

    private static IEnumerable<Frame> Failing(Exception error)
    {
        yield return new Frame(0, 3, Pictures.Soft(4, 4), new Dictionary<string, double>());
        throw error;
    }

    private static int Take(Channel<StoredFrame> mailbox) =>
        mailbox.Reader.TryRead(out var frame) ? frame.Frame.Step : -1;
}
