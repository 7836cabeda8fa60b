using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>
/// DeepDream (Mordvintsev, Olah, Tyka: "Inceptionism", 2015): a picture is changed so that a layer sees more of what
/// it already sees, first small, then at larger and larger sizes; what was dreamt at one size is carried to the next.
/// </summary>
public sealed class DeepDreamTechnique() : Technique<DeepDreamOptions>("deepdream", "DeepDream")
{
    /// <inheritdoc/>
    protected override bool NeedsPicture(DeepDreamOptions options) => true;

    /// <inheritdoc/>
    protected override DeepDreamOptions Complete(DeepDreamOptions options, NetworkInfo network)
    {
        var layers = options.Layers.Count > 0 ? options.Layers : [new LayerWeight(network.DreamLayer)];
        foreach (var named in layers)
        {
            var (layer, weight) = named ?? throw new InvalidOptionsException("layers must hold objects with layer and weight.");
            var found = network.Layer(layer);
            if (options.Channel is { } channel)
            {
                found.RequireChannel(channel);
            }

            if (!double.IsFinite(weight) || Math.Abs(weight) > 100)
            {
                throw new InvalidOptionsException("A layer's weight must be -100 to 100.");
            }
        }

        return layers.Any(layer => layer.Weight != 0)
            ? options with { Layers = layers }
            : throw new InvalidOptionsException("At least one layer needs a weight other than 0, or nothing would change.");
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(TechniqueInput input, DeepDreamOptions options)
    {
        var (network, picture, _, seed) = input;
        using var random = new Generator((ulong)seed);
        using var original = Untracked(() => PictureTensors.ToTensor(PictureResizer.Fit(picture!, options.Size)));
        var sizes = OctaveSizes.For(SizeOf(original), options.Octaves, options.OctaveScale, network.Graph, LayersOf(options));
        var frames = new FrameMaker(options.Steps * sizes.Count);
        yield return frames.Make(0, original);

        using var dream = new Octaves(original);
        for (var step = 0; step < options.Steps * sizes.Count; step++)
        {
            if (step % options.Steps == 0)
            {
                dream.Enter(sizes[step / options.Steps], start => Ascent(network, options, start, random));
            }

            var objective = dream.Current.Step();
            using var image = Untracked(dream.Current.Render);
            yield return frames.Make(step + 1, image, objective);
        }
    }

    private static GradientAscent Ascent(Network network, DeepDreamOptions options, Tensor start, Generator random) => new(
        network,
        options.Layers.Select(l => l.Weight * Objectives.Energy(l.Layer, options.Channel)).Aggregate((a, b) => a + b),
        new ClampedPixels(start),
        new NormalizedStep(options.Rate),
        options.Jitter > 0 ? [new Jitter(options.Jitter)] : [],
        random);

    private static string[] LayersOf(DeepDreamOptions options) => [.. options.Layers.Select(layer => layer.Layer)];

    private static PictureSize SizeOf(Tensor image) => new((int)image.shape[2], (int)image.shape[3]);

    // A tensor that lives across steps must belong to no dispose scope: scopes end with the step.
    private static Tensor Untracked(Func<Tensor> make) => make().DetachFromDisposeScope();
}
