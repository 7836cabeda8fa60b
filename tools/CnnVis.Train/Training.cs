using System.Diagnostics;
using System.Globalization;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Training.Drawings;
using TorchSharp;

namespace CnnVis.Train;

/// <summary>The training itself: it can be stopped at any time and goes on from its last checkpoint.</summary>
internal static class Training
{
    private const int CheckpointEvery = 250, ExamEvery = 1000, ExamScenes = 320;

    /// <summary>Trains, or goes on, until the plan is done; then writes the finished network.</summary>
    public static void Run(Drawings drawings, string directory, string path)
    {
        using var trainer = new DrawingTrainer(TrainingPlan.Shipped);
        var checkpoint = Checkpoint(directory);
        if (File.Exists(checkpoint))
        {
            trainer.Load(checkpoint);
            Console.WriteLine($"going on from step {trainer.Step}");
        }

        Train(trainer, drawings, directory);
        FinishedNetwork.Write(path, trainer.Parameters, File.ReadAllText(Log(directory)));
        Console.WriteLine($"{path}: {new FileInfo(path).Length:N0} bytes");
    }

    private static void Train(DrawingTrainer trainer, Drawings drawings, string directory)
    {
        using var log = new StreamWriter(Log(directory), append: true) { AutoFlush = true };
        while (trainer.Step < TrainingPlan.Shipped.Steps)
        {
            log.WriteLine(Stretch(trainer, drawings));
            trainer.Save(Checkpoint(directory));
            if (trainer.Step % ExamEvery == 0)
            {
                Examine(trainer, drawings);
            }
        }
    }

    private static string Checkpoint(string directory) => Path.Combine(directory, "checkpoint.bin");

    private static string Log(string directory) => Path.Combine(directory, "log.csv");

    // One line of the log: step, mean loss, seconds.
    private static string Stretch(DrawingTrainer trainer, Drawings drawings)
    {
        var watch = Stopwatch.StartNew();
        var (loss, steps) = (0.0, 0);
        do
        {
            using var scope = torch.NewDisposeScope();
            loss += trainer.Train(trainer.Scenes(drawings.Training, trainer.Step));
            steps++;
        }
        while (trainer.Step % CheckpointEvery != 0 && trainer.Step < TrainingPlan.Shipped.Steps);
        var line = string.Create(CultureInfo.InvariantCulture, $"{trainer.Step},{loss / steps:0.0000},{watch.Elapsed.TotalSeconds:0.0}");
        Console.WriteLine(line);
        return line;
    }

    private static void Examine(DrawingTrainer trainer, Drawings drawings)
    {
        var exam = new DrawingExam(DrawingNet.Trained, trainer.Parameters);
        Console.WriteLine(Evaluation.Table(exam, drawings, ExamScenes));
    }
}
