using System.Globalization;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Train;

/// <summary>How well the network does, in the styles it was trained on and in those it has never seen.</summary>
internal static class Evaluation
{
    private const int Scenes = 1024;
    private static readonly int[] Sizes = [64, 96, 128];

    /// <summary>Evaluates the network of a file.</summary>
    public static void Run(Drawings drawings, string path)
    {
        using var network = FinishedNetwork.Read(path);
        Console.WriteLine(Table(new DrawingExam(network.Graph, network.Parameters), drawings));
    }

    /// <summary>A table in Markdown: one line for training styles and one for unseen ones.</summary>
    public static string Table(DrawingExam exam, Drawings drawings, int scenes = Scenes) =>
        $"""
        | styles | 64 px top-1 | top-5 | 96 px top-1 | top-5 | 128 px top-1 | top-5 | pointing |
        |---|---|---|---|---|---|---|---|
        {Row("training", exam, drawings.Training, scenes)}
        {Row("unseen", exam, drawings.Unseen, scenes)}

        """;

    private static string Row(string name, DrawingExam exam, SceneMaker maker, int scenes)
    {
        var cells = Sizes
            .Select(size => exam.Accuracy(maker, scenes, DrawingExam.Hard(size)))
            .SelectMany(accuracy => new[] { accuracy.Top1, accuracy.Top5 })
            .Append(exam.Pointing(maker, scenes, 96))
            .Select(share => share.ToString("0.000", CultureInfo.InvariantCulture));
        return $"| {name} | {string.Join(" | ", cells)} |";
    }
}
