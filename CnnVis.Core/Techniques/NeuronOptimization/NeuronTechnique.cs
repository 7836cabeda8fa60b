using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>
/// Activation maximisation (Erhan et al. 2009; Simonyan et al. 2013, arXiv 1312.6034, section 2; Olah et al. 2017):
/// the picture that a neuron, a channel, a layer or a class likes best, grown from noise or from a picture; or several
/// different pictures at once.
/// </summary>
public sealed class NeuronTechnique() : NetworkTechnique<NeuronOptions>("neuron", "A neuron's favourite picture")
{
    /// <inheritdoc/>
    protected override bool NeedsPicture(NeuronOptions options) => options.Start == StartKind.Picture;

    /// <inheritdoc/>
    protected override NeuronOptions CompleteFor(NeuronOptions options, NetworkInfo network)
    {
        var completed = options with
        {
            Layer = options.Layer ?? network.ChannelLayer,
            Size = options.Size ?? network.VisualizationSize,
            Terms = [.. options.Terms.Select(term => term is { Layer: null } ? term with { Layer = network.ChannelLayer } : term)],
        };
        NeuronChecks.Require(completed, network);
        return completed;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, NeuronOptions options)
    {
        using var random = new Generator((ulong)input.Seed);
        using var ascent = new GradientAscent(
            network,
            NeuronObjectives.Of(options, network.Graph),
            StartOf(options).Make(input.Picture, random),
            new Adam(options.Rate),
            TransformsOf(options),
            random,
            options.Redirect ? GradientAscent.WakingSteps : 0);
        var frames = new FrameMaker(options.Steps);
        if (input.From is { } from)
        {
            ascent.Recall(from.Values);
        }
        else
        {
            yield return Show(frames, ascent, 0, null);
        }

        for (var step = input.FirstStep; step <= options.Steps; step++)
        {
            Change(ascent, (NeuronOptions)input.OptionsAt(step), network.Graph);
            yield return input.Marked(Show(frames, ascent, step, ascent.Step()), ascent.Remember);
        }
    }

    private static void Change(GradientAscent ascent, NeuronOptions options, NetworkGraph graph) =>
        ascent.Change(NeuronObjectives.Of(options, graph), options.Rate, TransformsOf(options));

    private static Frame Show(FrameMaker frames, GradientAscent ascent, int step, double? objective)
    {
        using var images = ascent.Render();
        using var sheet = TensorSheet.Of(images);
        return frames.Make(step, sheet, FrameMaker.Scalars(objective), images.shape[0] > 1 ? images : null);
    }

    private static StartPictures StartOf(NeuronOptions options) =>
        new(options.Start, options.Parameterization, options.Size!.Value) { Batch = options.Batch, Decorrelate = options.Decorrelate };

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
