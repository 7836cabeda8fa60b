using System.Diagnostics;
using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Benchmarks;

/// <summary>Trains a preset of the lab, frames included, and tells after each epoch how far it came and how long that took.</summary>
internal static class LabTraining
{
    /// <param name="training">A preset's id, or options as JSON.</param>
    /// <param name="folder">Where data sets lie, each in a folder named by its id.</param>
    public static void Print(string training, string folder, int seed)
    {
        var technique = new GapLabTechnique();
        var options = (GapLabOptions)technique.Complete(Options(training), network: null);
        var input = new TechniqueInput(null, null, options, seed) { DataSet = new DataSetCatalog(folder).Open(options.Data) };
        var (start, plan) = (Stopwatch.GetTimestamp(), LabPlan.Of(options));
        Console.WriteLine($"\n{options.Data}: {string.Join("-", options.Widths)}, rate {options.Rate}, batches of {options.Batch}, seed {seed}");
        foreach (var frame in technique.Run(input))
        {
            if (frame.Step == 0)
            {
                Console.WriteLine($"{frame.Trained!.Weights.Values.Sum(weight => weight.Values.Length)} parameters");
            }
            else if (frame.Trained is not null || plan.At(frame.Step) is { Work: LabWork.Load, Done: var done, Of: var of } && done == of)
            {
                var numbers = string.Join("  ", frame.Scalars.Select(entry => $"{entry.Key} {entry.Value:0.0000}"));
                Console.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds,6:0.0} s  epoch {frame.Trained?.Epoch ?? 0,2}  {numbers}");
            }
        }
    }

    private static TechniqueOptions Options(string training) => training.StartsWith('{')
        ? RunSpecJson.Read($$"""{"technique":"gap-lab","options":{{training}}}""").Options
        : GapLabPresets.All.First(preset => preset.Id == training).Options;
}
