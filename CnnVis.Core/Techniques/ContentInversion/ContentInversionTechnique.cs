using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.ContentInversion;

/// <summary>
/// Inversion of a representation (Mahendran and Vedaldi 2014, arXiv 1412.0035): of all pictures, find a natural one
/// whose activations in a layer are those of the given picture. What it lacks, the layer has forgotten.
/// </summary>
/// <remarks>
/// Each frame tells <c>error</c>, the relative distance of activations as its step found it, before it changed the
/// picture; the last frame's is that of the final picture. <c>blank</c> is the error of a grey picture, <c>distance</c>
/// the root mean square distance to the original in pixels, 0..1.
/// </remarks>
public sealed class ContentInversionTechnique() : NetworkTechnique<ContentOptions>("content", "What is left of your picture")
{
    // A step must stay short, so that others get their turn.
    private const int MostPixels = 512 * 512;

    /// <inheritdoc/>
    protected override bool NeedsPicture(ContentOptions options) => true;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> PictureIds(ContentOptions options) =>
        options is { Start: StartKind.Picture, StartPicture: { } start } ? [start] : [];

    /// <inheritdoc/>
    protected override ContentOptions CompleteFor(ContentOptions options, NetworkInfo network)
    {
        var size = options.Size ?? ContentDefaults.Size(network);
        var layers = options.Layers.Count > 0 ? options.Layers : [options.Layer ?? network.ChannelLayer];
        foreach (var layer in layers)
        {
            network.RequireLayerAt(layer ?? throw new InvalidOptionsException("layers must hold the ids of layers."), size);
        }

        if (layers.Distinct().Count() < layers.Count)
        {
            throw new InvalidOptionsException("Each layer can be inverted once: leave out the repeated one.");
        }

        if (layers.Count * size * size > MostPixels)
        {
            throw new InvalidOptionsException(
                $"{layers.Count} layers at size {size} are too many pixels for one step: choose fewer layers or a smaller size.");
        }

        return layers.Count == 1
            ? Single(options, network, layers[0]) with { Size = size }
            : options with { Layer = null, Size = size, AlphaNorm = options.AlphaNorm ?? ContentDefaults.AlphaNorm };
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, ContentOptions options)
    {
        using var inversions = new Inversions(network, input, options);
        var frames = new FrameMaker(options.Steps);
        if (input.From is { } from)
        {
            inversions.Recall(from);
        }
        else
        {
            yield return Frame(inversions, frames, 0, options);
        }

        for (var step = input.FirstStep; step <= options.Steps; step++)
        {
            inversions.Change((ContentOptions)input.OptionsAt(step));
            yield return input.Marked(Frame(inversions, frames, step, options), inversions.Remember);
        }
    }

    private static Frame Frame(Inversions inversions, FrameMaker frames, int step, ContentOptions options)
    {
        using var scope = NewDisposeScope();
        var scalars = FrameMaker.Scalars(step > 0 ? inversions.Step() : null);
        if (step == options.Steps)
        {
            inversions.Measure();
        }

        var images = inversions.Render();
        foreach (var (name, value) in inversions.Numbers(images, measured: step > 0 || step == options.Steps))
        {
            scalars[name] = value;
        }

        return frames.Make(step, inversions.Sheet(images), scalars, options.Layers.Count > 0 ? images : null);
    }

    private static ContentOptions Single(ContentOptions options, NetworkInfo network, string layer) => options with
    {
        Layer = layer,
        Layers = [],
        TotalVariation = options.TotalVariation ?? ContentDefaults.TotalVariation(network, layer),
        AlphaNorm = options.AlphaNorm ?? ContentDefaults.AlphaNorm,
    };
}
