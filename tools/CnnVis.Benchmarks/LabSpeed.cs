using System.Diagnostics;
using System.Globalization;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Benchmarks;

/// <summary>
/// Pictures a second of the lab's training step, and of the same step in PyTorch where that is installed. The two take
/// turns, so that whatever else the machine does strikes both.
/// </summary>
internal static class LabSpeed
{
    private const string Python = "/usr/bin/python3";
    private const int WarmUp = 10, Steps = 40, Turns = 9;

    public static void Print()
    {
        Console.WriteLine("\ntraining           batch  pictures/s  PyTorch's  ratio");
        foreach (var preset in GapLabPresets.All)
        {
            Print(preset);
        }
    }

    private static void Print(GapLabPreset preset)
    {
        var (options, data) = (preset.Options with { TrainingPictures = 2000, Augment = false }, DataSetInfo.Find(preset.Options.Data));
        var pictures = new LabelledPictures(2000, data == DataSetInfo.FashionMnist ? 1 : 3, data.Side);
        new Random(1).NextBytes(pictures.Pixels);
        using var model = new LabModel(options, seed: 1);
        using var trainer = new LabTrainer(options, model, pictures, mirrors: false, seed: 1);
        using var python = Start(options, pictures);
        Ours(trainer, options, WarmUp);
        var pairs = Enumerable.Range(0, Turns)
            .Select(_ => (Ours: Ours(trainer, options, Steps), Theirs: Theirs(python, Steps)))
            .ToList();
        var ours = Median.Of(pairs.Select(pair => pair.Ours));
        var theirs = python is null ? "          -      -" : string.Create(
            CultureInfo.InvariantCulture,
            $"{Median.Of(pairs.Select(pair => pair.Theirs)),10:0} {Median.Of(pairs.Select(pair => pair.Ours / pair.Theirs)),6:0.00}");
        Console.WriteLine($"{preset.Id,-18} {options.Batch,5} {ours,11:0} {theirs}");
    }

    private static double Ours(LabTrainer trainer, GapLabOptions options, int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < steps; i++)
        {
            trainer.Step();
        }

        return options.Batch * steps / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Theirs(Process? python, int steps)
    {
        python?.StandardInput.WriteLine(steps);
        return python is null ? double.NaN : double.Parse(python.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    private static Process? Start(GapLabOptions options, LabelledPictures pictures)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "lab_step.py");
        if (!File.Exists(Python) || !HasPyTorch())
        {
            return null;
        }

        string[] arguments =
        [
            script, $"{pictures.Side}", $"{pictures.Channels}", $"{options.Batch}",
            options.Manner == NetworkManner.Keras ? "keras" : "pytorch", .. options.Widths.Select(width => $"{width}"),
        ];
        var python = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Theirs(python, WarmUp);
        return python;
    }

    private static bool HasPyTorch()
    {
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import torch"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
