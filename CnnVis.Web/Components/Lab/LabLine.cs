using CnnVis.Core.Training.Lab;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Runs;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Lab;

/// <summary>A line of one of the lab's charts.</summary>
/// <param name="Label">What it tells, a key of <see cref="Languages.Words"/>.</param>
/// <param name="Kind">How it looks: <c>batch</c>, <c>training</c>, <c>test</c> or <c>two</c>.</param>
/// <param name="Values">The numbers themselves.</param>
/// <param name="Points">Where they are drawn.</param>
public sealed record LabLine(string Label, string Kind, IReadOnlyList<double> Values, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Whether each of its numbers is marked by a dot.</summary>
    public bool HasDots => Kind != "batch";

    /// <summary>The newest number, or null before the first.</summary>
    public double? Last => Values.Count > 0 ? Values[^1] : null;

    /// <summary>A number that each batch tells.</summary>
    public static LabLine OfBatches(RunDescription run, LabPlan plan, string name)
    {
        var values = run.Curve(name);
        return new(Key("each batch"), "batch", values, ChartPieces.Means(values, plan.Batches * plan.Epochs));
    }

    /// <summary>A number that each epoch tells at its end.</summary>
    public static LabLine OfEpochs(RunDescription run, LabPlan plan, string name, string label, string kind)
    {
        var values = run.Curve(name);
        return new(label, kind, values, [.. values.Select((value, i) => new ChartPoint((i + 1.0) / plan.Epochs, value))]);
    }
}
