using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Saliency.Methods;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Saliency;

/// <summary>
/// Saliency maps (Simonyan et al. 2013, arXiv 1312.6034, section 3, and what grew from it): how much each pixel of a
/// picture matters for a score. Where a method takes many looks, the map builds up look by look.
/// </summary>
public sealed class SaliencyTechnique() : NetworkTechnique<SaliencyOptions>("saliency", "Saliency maps")
{
    internal const string Silence =
        "Nothing to see: no pixel changes this score, because the layers in between are silent or saturated here. Try another class or layer.";

    /// <inheritdoc/>
    protected override bool NeedsPicture(SaliencyOptions options) => true;

    /// <inheritdoc/>
    protected override SaliencyOptions CompleteFor(SaliencyOptions options, NetworkInfo network) =>
        SaliencyChecks.Complete(options, network);

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, SaliencyOptions options)
    {
        var (_, picture, _, seed) = input;
        using var examined = new Examination(network, picture!);
        var asked = examined.Resolve(options.Target);
        using var attributor = AttributorOf(options, examined, ScoreOf(options, network.Graph, asked[0]), seed);
        yield return examined.Frame(0, attributor.Steps, asked);
        for (var step = 1; step <= attributor.Steps; step++)
        {
            yield return Show(step);
        }

        Frame Show(int step)
        {
            using var scope = NewDisposeScope();
            var attribution = PictureTensors.ToFloatArray(attributor.Step()[0]);
            var map = Reduced(attribution, options.Reduction);
            var frame = examined.Frame(step, attributor.Steps, asked) with
            {
                Scalars = attributor.Scalars,
                Maps = [MapOf(options, asked[0], map)],
            };
            return step < attributor.Steps ? frame : frame with { Arrays = Raw(examined, attribution, map) };
        }
    }

    private static Score ScoreOf(SaliencyOptions options, NetworkGraph graph, Prediction asked) =>
        options.Layer is { } layer ? Score.LayerMean(layer) : Score.OfClass(options.Score, graph, asked.Class);

    private static Attributor AttributorOf(SaliencyOptions options, Examination examined, Score score, long seed)
    {
        var (network, input) = (examined.Network, examined.Input);
        return options.Method switch
        {
            SaliencyMethod.Gradient => new PlainGradient(network, score, input),
            SaliencyMethod.InputXGradient => new InputXGradient(network, score, input),
            SaliencyMethod.SmoothGrad => new SmoothGrad(network, score, input, options.Samples, options.Noise, seed),
            SaliencyMethod.IntegratedGradients => new IntegratedGradients(network, score, input, options.Rule, options.Steps),
            SaliencyMethod.GuidedBackprop => new PlainGradient(network, score, input, new ExecutionRules(Relu: ReluRule.Guided)),
            _ => new Occlusion(network, score, input, options.Window!.Value, options.Stride!.Value),
        };
    }

    private static FloatArray Reduced(FloatArray attribution, ColourReduction reduction) => reduction switch
    {
        ColourReduction.MaxAbs => ChannelReduction.MaxAbs(attribution),
        ColourReduction.SumAbs => ChannelReduction.SumAbs(attribution),
        _ => ChannelReduction.Sum(attribution),
    };

    private static HeatMap MapOf(SaliencyOptions options, Prediction asked, FloatArray map) =>
        new(options.Layer is { } layer ? $"mean of {layer}" : asked.Name, map, options.Reduction == ColourReduction.Sum)
        {
            Class = options.Layer is null ? asked.Name : null,
            Note = Array.TrueForAll(map.Values, value => value == 0) ? Silence : null,
        };

    private static Dictionary<string, FloatArray> Raw(Examination examined, FloatArray attribution, FloatArray map)
    {
        var arrays = examined.Arrays();
        arrays["attribution"] = attribution;
        arrays["heatmap"] = map;
        return arrays;
    }
}
