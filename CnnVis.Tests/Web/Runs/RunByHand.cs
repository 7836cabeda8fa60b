using System.Threading.Channels;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Time.Testing;

namespace CnnVis.Tests.Web.Runs;

/// <summary>One run with a queue that the test empties by hand: no thread, no waiting.</summary>
public abstract class RunByHand
{
    private protected static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private protected FakeTimeProvider Time { get; } = new();

    private protected Queue<Run> Queue { get; } = new();

    private protected JournalByHand Journal { get; } = new();

    private protected List<Run> Forgotten { get; } = [];

    private protected bool Freed { get; private set; }

    private protected Run Started(int total, bool pinned = false) => Started(Counting(total), pinned);

    private protected Run Started(IEnumerable<Frame> frames, bool pinned = false)
    {
        var spec = new RunSpec("neuron", "builtin", null, new NeuronOptions());
        var run = new Run(spec, pinned, _ => frames, new RunHost(Journal, SomeRuns.Metrics, [], null, Queue.Enqueue, _ => { }, Forgotten.Add), Time, Grace);
        run.Start();
        return run;
    }

    // What the engine's thread does, by hand.
    private protected void Advance(int turns)
    {
        while (turns-- > 0 && Queue.TryDequeue(out var run))
        {
            if (run.Advance())
            {
                Queue.Enqueue(run);
            }
        }
    }

    private protected static IEnumerable<Frame> Holding(byte[] start)
    {
        for (var step = 0; step <= 2; step++)
        {
            yield return new Frame(step, 2, Pictures.Soft(4, 4), new Dictionary<string, double> { ["bytes"] = start.Length });
        }
    }

    private protected IEnumerable<Frame> Counting(int total, Action? atStep2 = null)
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
            Freed = true;
        }
    }

    private protected static IEnumerable<Frame> Failing(Exception error)
    {
        yield return new Frame(0, 3, Pictures.Soft(4, 4), new Dictionary<string, double>());
        throw error;
    }

    private protected static int Take(Channel<StoredFrame> mailbox) =>
        mailbox.Reader.TryRead(out var frame) ? frame.Frame.Step : -1;
}
