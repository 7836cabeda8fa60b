using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>
/// Activation maximisation (Erhan et al. 2009; Simonyan et al. 2013, arXiv 1312.6034, section 2; Olah et al. 2017):
/// the picture that a neuron, a channel, a layer or a class likes best, grown from noise or from a picture.
/// </summary>
public sealed class NeuronTechnique() : Technique<NeuronOptions>("neuron", "A neuron's favourite picture")
{
    /// <inheritdoc/>
    protected override bool NeedsPicture(NeuronOptions options) => options.Start == StartKind.Picture;

    /// <inheritdoc/>
    protected override NeuronOptions Complete(NeuronOptions options, NetworkInfo network)
    {
        var completed = options with
        {
            Layer = options.Layer ?? network.ChannelLayer,
            Size = options.Size ?? network.VisualizationSize,
        };
        NeuronChecks.Require(completed, network);
        return completed;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(TechniqueInput input, NeuronOptions options)
    {
        using var random = new Generator((ulong)input.Seed);
        using var ascent = new GradientAscent(
            input.Network,
            ObjectiveOf(options, input.Network),
            new StartPictures(options.Start, options.Parameterization, options.Size!.Value).Make(input.Picture, random),
            new Adam(options.Rate),
            TransformsOf(options),
            random,
            GradientAscent.WakingSteps);
        var frames = new FrameMaker(options.Steps);
        yield return Show(0, null);
        for (var step = 1; step <= options.Steps; step++)
        {
            yield return Show(step, ascent.Step());
        }

        Frame Show(int step, double? objective)
        {
            using var image = ascent.Render();
            return frames.Make(step, image, objective);
        }
    }

    private static Objective ObjectiveOf(NeuronOptions options, Network network)
    {
        var wanted = options.Objective switch
        {
            NeuronObjective.Neuron => Objectives.Neuron(options.Layer!, options.Channel, options.X, options.Y),
            NeuronObjective.Channel => Objectives.Channel(options.Layer!, options.Channel),
            NeuronObjective.Layer => Objectives.Energy(options.Layer!),
            _ => Objectives.Class(network.Graph.Output, options.Target),
        };
        wanted = options.TotalVariation > 0 ? wanted - (options.TotalVariation * Regularizers.TotalVariation) : wanted;
        return options.L2 > 0 ? wanted - (options.L2 * Regularizers.L2) : wanted;
    }

    private static List<ImageTransform> TransformsOf(NeuronOptions options)
    {
        var transforms = new List<ImageTransform>();
        if (options.Jitter > 0)
        {
            transforms.Add(new Jitter(options.Jitter));
        }

        if (options.Scale > 0 || options.Rotate > 0)
        {
            transforms.Add(new ScaleAndRotate(options.Scale, options.Rotate));
        }

        return transforms;
    }
}
