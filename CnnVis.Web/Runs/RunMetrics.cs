using System.Diagnostics.Metrics;

namespace CnnVis.Web.Runs;

/// <summary>What becomes of runs, counted for who keeps the server going.</summary>
internal sealed class RunMetrics(Meter meter)
{
    public const string MeterName = "CnnVis";

    // From a small map to a large picture in a deep network.
    private static readonly InstrumentAdvice<double> Seconds =
        new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private readonly Counter<long> _started = meter.CreateCounter<long>("cnnvis.runs.started", description: "Runs that were asked for and had not been computed before.");
    private readonly Counter<long> _ended = meter.CreateCounter<long>("cnnvis.runs.ended", description: "Runs that ended, by how.");
    private readonly Histogram<double> _steps = meter.CreateHistogram("cnnvis.step.duration", "s", "Time that a step took on the engine; its count is the number of steps.", advice: Seconds);
    private readonly Counter<long> _sent = meter.CreateCounter<long>("cnnvis.frames.sent", description: "Frames handed to those who watch.");

    public void Started(string technique) => _started.Add(1, Of(technique));

    public void Ended(string technique, RunState state) => _ended.Add(1, Of(technique), new("state", state.ToString().ToLowerInvariant()));

    public void Stepped(string technique, TimeSpan time) => _steps.Record(time.TotalSeconds, Of(technique));

    public void FrameSent() => _sent.Add(1);

    /// <summary>A number that is looked up when somebody asks.</summary>
    public void Observe(string name, string description, Func<int> number) => meter.CreateObservableGauge(name, number, description: description);

    private static KeyValuePair<string, object?> Of(string technique) => new("technique", technique);
}
