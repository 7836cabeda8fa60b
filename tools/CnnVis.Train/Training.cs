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

    public static void Run(string directory)
    {
        using var drawings = Drawings.Open(directory);
        using var trainer = new DrawingTrainer(TrainingPlan.Shipped);
        var checkpoint = Path.Combine(directory, "checkpoint.bin");
        if (File.Exists(checkpoint))
        {
            trainer.Load(checkpoint);
            Console.WriteLine($"going on from step {trainer.Step}");
        }

        using var log = new StreamWriter(Path.Combine(directory, "log.csv"), append: true) { AutoFlush = true };
        while (trainer.Step < TrainingPlan.Shipped.Steps)
        {
            log.WriteLine(Stretch(trainer, drawings));
            trainer.Save(checkpoint);
            if (trainer.Step % ExamEvery == 0)
            {
                Examine(trainer, drawings);
            }
        }
    }

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
        foreach (var (name, maker) in new[] { ("training styles", drawings.Training), ("unseen styles", drawings.Unseen) })
        {
            var exam = new DrawingExam(DrawingNet.Trained, trainer.Parameters, maker);
            var (easy, hard) = (exam.Accuracy(ExamScenes, DrawingExam.Hard(64)), exam.Accuracy(ExamScenes, DrawingExam.Hard(96)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: 64 px {easy.Top1:0.000}/{easy.Top5:0.000}, 96 px {hard.Top1:0.000}/{hard.Top5:0.000}, pointing {exam.Pointing(ExamScenes, 96):0.000}"));
        }
    }
}
