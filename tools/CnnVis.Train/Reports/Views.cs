using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.NeuronOptimization;
using CnnVis.Core.Techniques.Saliency;

namespace CnnVis.Train.Reports;

/// <summary>What a network makes of each technique, as square pictures, with the options that the pages begin with but for one.</summary>
/// <param name="network">The network; it stays the caller's.</param>
/// <param name="side">Of each picture, in pixels.</param>
internal sealed class Views(Network network, int side)
{
    private const long Seed = 0;

    /// <summary>A picture as the network takes it.</summary>
    public Picture Seen(Picture picture) => Sized(PictureResizer.Square(picture, network.Info.InputSize));

    /// <summary>What a class likes best; a little smoother than usual, which suits drawings.</summary>
    public Picture Class(int index) =>
        Sized(Last(new NeuronTechnique(), new NeuronOptions { Objective = NeuronObjective.Class, Target = index, TotalVariation = 5 }).Picture);

    /// <summary>What a channel likes best.</summary>
    public Picture Channel(string layer, int channel) =>
        Sized(Last(new NeuronTechnique(), new NeuronOptions { Layer = layer, Channel = channel }).Picture);

    /// <summary>What is dreamt into a picture, in the size of the dream.</summary>
    public Picture Dream(Picture picture) => Last(new DeepDreamTechnique(), new DeepDreamOptions(), picture).Picture;

    /// <summary>What a layer has kept of a picture.</summary>
    public Picture Content(Picture picture, string layer) =>
        Sized(Last(new ContentInversionTechnique(), new ContentOptions { Layer = layer }, picture).Picture);

    /// <summary>Which pixels matter to a class.</summary>
    public Picture Saliency(Picture picture, int index) =>
        Over(Last(new SaliencyTechnique(), new SaliencyOptions { Target = new ClassTargets(index) }, picture), picture);

    /// <summary>Where the last layer finds a class.</summary>
    public Picture GradCam(Picture picture, int index) =>
        Over(Last(new GradCamTechnique(), new GradCamOptions { Target = new ClassTargets(index) }, picture), picture);

    /// <summary>The map of which a class's score is the average.</summary>
    public Picture ClassMap(Picture picture, int index) =>
        Over(Last(new GapTechnique(), new GapOptions { Target = new ClassTargets(index) }, picture), picture);

    private Frame Last(ITechnique technique, TechniqueOptions options, Picture? picture = null) =>
        technique.Run(new TechniqueInput(network, picture, technique.Complete(options, network.Info), Seed)).Last();

    private Picture Over(Frame frame, Picture picture)
    {
        var (map, seen) = (frame.Maps[^1], Seen(picture));
        var rules = MapRules.Usual(map.HasSign, map.IsPixelwise(frame.Picture));
        return HeatMapDisplay.Over(seen, map.Values, rules, ColourMap.Usual(rules.ShowsSign));
    }

    private Picture Sized(Picture picture) => PictureResizer.Square(picture, side);
}
