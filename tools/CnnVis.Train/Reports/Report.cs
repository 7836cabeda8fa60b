using System.Text;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Train.Reports;

/// <summary>Writes a page on the shipped network: its figures, and contact sheets of what it sees.</summary>
internal sealed class Report : IDisposable
{
    private static readonly string[] ShownClasses =
    [
        "strawberry", "frog", "penguin", "ladybird", "fir-tree", "umbrella", "car", "mushroom",
        "snowman", "watermelon", "owl", "pizza", "sailboat", "rainbow", "panda", "sunflower",
        "carrot", "butterfly", "hamburger", "cake", "pumpkin", "fish", "house", "cactus",
    ];

    private readonly NetworkCatalog _catalog = new();
    private readonly StringBuilder _text = new();
    private readonly string _folder;
    private readonly Network _network;
    private readonly Sheets _sheets;

    private Report(string folder)
    {
        (_folder, _network) = (folder, _catalog.Load("builtin"));
        _sheets = new Sheets(_network);
        _text.AppendLine("# What the built-in network has learnt").AppendLine().AppendLine("Written by `report` of tools/CnnVis.Train.").AppendLine();
        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="directory">The working directory of the training.</param>
    /// <param name="clouds">The file of a picture to dream of.</param>
    /// <param name="folder">Where the page and its pictures go.</param>
    public static void Write(string directory, string clouds, string folder)
    {
        using var drawings = Drawings.Open(directory);
        using var report = new Report(folder);
        report.Favourites();
        report.Dreams(PictureDecoder.Decode(File.ReadAllBytes(clouds)), drawings);
        report.Heat(drawings);
        report.Figures(drawings);
        File.WriteAllText(Path.Combine(folder, "README.md"), report._text.ToString());
    }

    public void Dispose() => _catalog.Dispose();

    private void Favourites()
    {
        var all = DrawingClass.All.Select(kind => kind.Id).ToList();
        Show("classes", "What 24 classes like best", _sheets.Classes(ShownClasses.Select(id => all.IndexOf(id))), string.Join(", ", ShownClasses.Select(id => DrawingClass.All[all.IndexOf(id)].English)) + ".");
        foreach (var layer in new[] { "conv3", "conv5", "conv7" })
        {
            Show($"channels-{layer}", $"What twelve channels of {layer} like best", _sheets.Channels(layer, Enumerable.Range(0, 12)), "Channels 0 to 11.");
        }
    }

    private void Dreams(Picture clouds, Drawings drawings)
    {
        var scene = ReportScene.Make(drawings.Training, 1, 256, seed: 3)[0];
        Show("dream-clouds", "DeepDream of clouds", _sheets.Dream(clouds), $"Layer {_network.Info.DreamLayer}, with the options that the page begins with.");
        Show("dream-scene", "DeepDream of a scene", _sheets.Dream(scene.Picture), $"Drawn: {scene.Title}.");
        string[] layers = ["relu1", "relu2", "relu3", "relu4", "relu5", "relu6", "relu7"];
        Show("inversion", "What is left of a picture, layer by layer", _sheets.Inversions(scene.Picture, layers), $"Drawn: {scene.Title}; then what {string.Join(", ", layers)} have kept.");
    }

    private void Heat(Drawings drawings)
    {
        IReadOnlyList<ReportScene> scenes =
        [
            .. ReportScene.Make(drawings.Training, 3, _network.Info.InputSize, seed: 1),
            .. ReportScene.Make(drawings.Unseen, 3, _network.Info.InputSize, seed: 1),
        ];
        Show(
            "heat",
            "Where it looks",
            PictureSheet.Of([.. scenes.SelectMany(scene => _sheets.Heat(scene.Picture, scene.Classes))], 5),
            $"{string.Join("; ", scenes.Select(scene => scene.Title))}. A scene, which pixels matter to each of the two, and Grad-CAM of the last layer for each. The last three rows are in styles it has never seen.");
    }

    private void Figures(Drawings drawings)
    {
        _text.AppendLine("## Figures").AppendLine();
        _text.AppendLine("Shares of scenes as hard as the last of the training, 1024 for each figure. Unseen styles are drawn by artists whose drawings were never trained on. Pointing: how often the highest place of a class's map lies on its object, in scenes of two.").AppendLine();
        _text.AppendLine(Evaluation.Table(new DrawingExam(_network.Graph, _network.Parameters), drawings));
    }

    private void Show(string name, string title, Picture sheet, string caption)
    {
        File.WriteAllBytes(Path.Combine(_folder, $"{name}.jpg"), PictureEncoder.Jpeg(sheet, 85));
        _text.AppendLine(string.Join("\n\n", $"## {title}", $"![{title}]({name}.jpg)", caption, ""));
        Console.WriteLine(title);
    }
}
