using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;

namespace CnnVis.Train.Reports;

/// <summary>Contact sheets of what a network makes of each technique, with the options that the pages begin with but for one.</summary>
internal sealed class Sheets(Network network)
{
    private const long Seed = 0;

    /// <summary>The pictures that classes like best, in rows of six; a little smoother than usual, which suits drawings.</summary>
    public Picture Classes(IEnumerable<int> classes) => Favourites(
        classes.Select(index => new NeuronOptions { Objective = NeuronObjective.Class, Target = index, TotalVariation = 5 }));

    /// <summary>The pictures that channels of a layer like best, in rows of six.</summary>
    public Picture Channels(string layer, IEnumerable<int> channels) => Favourites(
        channels.Select(channel => new NeuronOptions { Layer = layer, Channel = channel }));

    /// <summary>A picture and what is dreamt into it.</summary>
    public Picture Dream(Picture picture)
    {
        var dreamt = Last(new DeepDreamTechnique(), new DeepDreamOptions(), picture).Picture;
        return PictureSheet.Of([PictureResizer.Fit(picture, Math.Max(dreamt.Width, dreamt.Height)), dreamt], 2);
    }

    /// <summary>A picture and what is left of it in ever deeper layers.</summary>
    public Picture Inversions(Picture picture, IEnumerable<string> layers) => PictureSheet.Of(
        [Seen(picture), .. layers.Select(layer => Large(Last(new ContentInversionTechnique(), new ContentOptions { Layer = layer }, picture).Picture))], 4);

    /// <summary>A row: the picture, and for each of its classes which pixels matter and where the last layer finds it.</summary>
    public IEnumerable<Picture> Heat(Picture picture, IReadOnlyList<int> classes) =>
    [
        Seen(picture),
        .. classes.Select(index => Over(Last(new SaliencyTechnique(), new SaliencyOptions { Target = new ClassTargets(index) }, picture), picture)),
        .. classes.Select(index => Over(Last(new GradCamTechnique(), new GradCamOptions { Target = new ClassTargets(index) }, picture), picture)),
    ];

    private Picture Favourites(IEnumerable<NeuronOptions> wanted) =>
        PictureSheet.Of([.. wanted.Select(options => Large(Last(new NeuronTechnique(), options).Picture))], 6);

    private Frame Last(ITechnique technique, TechniqueOptions options, Picture? picture = null) =>
        technique.Run(new TechniqueInput(network, picture, technique.Complete(options, network.Info), Seed)).Last();

    private Picture Seen(Picture picture) => Large(PictureResizer.Square(picture, network.Info.InputSize));

    private Picture Over(Frame frame, Picture picture)
    {
        var (map, seen) = (frame.Maps[^1], Seen(picture));
        var rules = MapRules.Usual(map.HasSign, map.IsPixelwise(frame.Picture));
        return HeatMapDisplay.Over(seen, map.Values, rules, ColourMap.Usual(rules.ShowsSign));
    }

    private static Picture Large(Picture picture) => PictureResizer.Square(picture, 192);
}
