using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Optimization;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>
/// DeepDream (Mordvintsev, Olah, Tyka: "Inceptionism", 2015): a picture is changed so that a layer sees more of what
/// it already sees, first small, then at larger and larger sizes; what was dreamt at one size is carried to the next.
/// </summary>
public sealed class DeepDreamTechnique() : NetworkTechnique<DeepDreamOptions>("deepdream", "DeepDream")
{
    /// <inheritdoc/>
    protected override bool NeedsPicture(DeepDreamOptions options) => true;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> PictureIds(DeepDreamOptions options) =>
        options.Guide is { } guide ? [guide] : [];

    /// <inheritdoc/>
    protected override DeepDreamOptions CompleteFor(DeepDreamOptions options, NetworkInfo network)
    {
        var completed = options.Layers.Count > 0 ? options : options with { Layers = [new LayerWeight(network.DreamLayer)] };
        DreamChecks.Require(completed, network);
        return completed;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, DeepDreamOptions options)
    {
        string[] layers = [.. options.Layers.Select(layer => layer.Layer)];
        using var random = new Generator((ulong)input.Seed);
        using var guide = GuideOf(network, input, options, layers);
        using var original = Untracked(() => PictureTensors.ToTensor(PictureResizer.Fit(input.Picture!, options.Size)));
        var sizes = OctaveSizes.For(SizeOf(original), options.Octaves, options.OctaveScale, network.Graph, layers);
        var stages = DreamPlan.Of(options, sizes);
        var frames = new FrameMaker(stages.Sum(stage => stage.Steps));
        if (input.From is null)
        {
            yield return frames.Make(0, original);
        }

        using var dream = new Octaves(original, start => Ascent(network, options, guide, start, random));
        foreach (var (stage, first, last) in Placed(stages).Where(stage => stage.Last >= input.FirstStep - 1))
        {
            Enter(dream, stage, first, input.From);
            for (var step = Math.Max(first, input.FirstStep); step <= last; step++)
            {
                var now = (DeepDreamOptions)input.OptionsAt(step);
                dream.Current.Change(ObjectiveOf(options, guide), now.Rate, TransformsOf(now));
                var objective = dream.Current.Step();
                using var image = Untracked(dream.Current.Render);
                yield return input.Marked(frames.Make(step, image, objective), dream.Current.Remember);
            }
        }
    }

    private static IEnumerable<(DreamStage Stage, int First, int Last)> Placed(IEnumerable<DreamStage> stages)
    {
        var done = 0;
        foreach (var stage in stages)
        {
            yield return (stage, done + 1, done += stage.Steps);
        }
    }

    // The stage of a checkpoint is taken up even if it is done: the next one begins with what it shows.
    private static void Enter(Octaves dream, DreamStage stage, int first, Checkpoint? from)
    {
        if (from is null || from.Step < first)
        {
            stage.Begin(dream);
            return;
        }

        stage.Return(dream);
        dream.Current.Recall(from.Values);
    }

    private static GradientAscent Ascent(
        Network network, DeepDreamOptions options, DreamGuide? guide, Tensor start, Generator random) => new(
        network,
        ObjectiveOf(options, guide),
        new ClampedPixels(start),
        new NormalizedStep(options.Rate),
        TransformsOf(options),
        random,
        tile: options.Tile);

    private static IReadOnlyList<ImageTransform> TransformsOf(DeepDreamOptions options) =>
        options.Jitter > 0 ? [new Jitter(options.Jitter)] : [];

    private static Objective ObjectiveOf(DeepDreamOptions options, DreamGuide? guide) =>
        options.Layers.Select(layer => layer.Weight * ObjectiveOf(layer.Layer, options.Channel, guide)).Aggregate((a, b) => a + b);

    private static Objective ObjectiveOf(string layer, int? channel, DreamGuide? guide) =>
        guide is null ? Objectives.Energy(layer, channel) : Objectives.Guided(layer, guide[layer]);

    private static DreamGuide? GuideOf(Network network, TechniqueInput input, DeepDreamOptions options, string[] layers) =>
        options.Guide is not { } id ? null
        : input.Pictures.TryGetValue(id, out var picture) ? new DreamGuide(network, picture, layers)
        : throw new UnknownThingException("picture", id, "It was to be the guide: choose another one, or upload it again.");

    private static PictureSize SizeOf(Tensor image) => new((int)image.shape[2], (int)image.shape[3]);

    // A tensor that lives across steps must belong to no dispose scope: scopes end with the step.
    private static Tensor Untracked(Func<Tensor> make) => make().DetachFromDisposeScope();
}
