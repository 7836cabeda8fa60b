using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Drawings;

namespace CnnVis.Train.Reports;

/// <summary>Makes the pictures of the start page: one for each way to look into a network.</summary>
internal static class Cards
{
    private const int Side = 320, LabEpochs = 6;

    /// <summary>Writes them.</summary>
    /// <param name="samples">The folder of the sample pictures.</param>
    /// <param name="folder">Where the cards go.</param>
    public static void Write(string samples, string folder)
    {
        using var catalog = new NetworkCatalog();
        var views = new Views(catalog.Load("builtin"), Side);
        var (pets, owl, bee) = (Sample("01-dog-and-bicycle"), Sample("04-owl-and-moon"), Sample("05-bee-and-sunflower"));
        Directory.CreateDirectory(folder);
        Save("saliency", views.Saliency(owl, Index("owl")));
        Save("neuron", views.Class(Index("frog")));
        Save("content", views.Content(owl, "relu5"));
        Save("deepdream", PictureResizer.Square(views.Dream(Sample("06-fair-weather-clouds")), Side));
        Save("gap", views.ClassMap(bee, Index("bee")));
        Save("grad-cam", views.GradCam(pets, Index("dog")));
        Save("layers", PictureSheet.Of([.. Enumerable.Range(0, 4).Select(channel => PictureResizer.Square(views.Channel("conv4", channel), (Side / 2) - 2))], 2));
        Save("lab", Lab());

        Picture Sample(string name) => PictureDecoder.Decode(File.ReadAllBytes(Path.Combine(samples, $"{name}.jpg")));

        void Save(string name, Picture picture)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}.jpg"), PictureEncoder.Jpeg(picture, 85));
            Console.WriteLine(name);
        }
    }

    private static int Index(string id) => DrawingClass.All.Select(kind => kind.Id).ToList().IndexOf(id);

    // A scene of two shapes, and where a network trained for a minute finds one of them.
    private static Picture Lab()
    {
        var technique = new GapLabTechnique();
        var data = new DataSetCatalog().Open("shapes");
        var scene = data.Info.Showcase[^1];
        var options = technique.Complete(GapLabPresets.Shapes.Options with { Epochs = LabEpochs, Pictures = [scene] }, network: null);
        var last = technique.Run(new TechniqueInput(null, null, options, Seed: 0) { DataSet = data }).Last();
        var map = last.Maps[data.ClassesOf(scene)[0]];
        var rules = MapRules.Usual(map.HasSign);
        return HeatMapDisplay.Over(PictureResizer.Square(last.Picture, Side), map.Values, rules, ColourMap.Usual(rules.ShowsSign));
    }
}
