using System.Diagnostics.Metrics;
using CnnVis.Core;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Runs;

/// <summary>Runs that are only stood in line.</summary>
internal static class SomeRuns
{
    /// <summary>Counts that nobody reads.</summary>
    public static RunMetrics Metrics { get; } = new(new Meter("nobody's"));

    public static Run Of(string visitor, TimeProvider time, Action<Run>? schedule = null, Action<Run>? ended = null) => new(
        new RunSpec("neuron", "builtin", null, new NeuronOptions()),
        pinned: true,
        _ => Frames(),
        new RunHost(new JournalByHand(), Metrics, [], visitor, schedule ?? (_ => { }), ended ?? (_ => { }), _ => { }),
        time,
        TimeSpan.FromSeconds(30));

    private static IEnumerable<Frame> Frames()
    {
        for (var step = 0; step <= 10; step++)
        {
            yield return new Frame(step, 10, Pictures.Soft(2, 2), new Dictionary<string, double>());
        }
    }
}
