using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Activations;

/// <summary>
/// What each channel of a layer answers to a picture (Zeiler and Fergus 2013, arXiv 1311.2901; Yosinski et al. 2015,
/// arXiv 1506.06579). The last frame is a sheet of all channels, laid out by <see cref="SheetLayout"/>; its arrays are
/// <c>activations</c> [channels, height, width] in the sheet's order (a vector has height and width 1),
/// <c>channels</c>, the number each of them has in the layer, and <c>image</c>, the picture the network saw. Its
/// scalars are <c>largest</c>, the value that is brightest, and <c>silent</c>, the channels with nothing above zero.
/// </summary>
public sealed class ActivationsTechnique() : NetworkTechnique<ActivationsOptions>("activations", "Channels of a layer")
{
    /// <inheritdoc/>
    protected override bool NeedsPicture(ActivationsOptions options) => true;

    /// <inheritdoc/>
    protected override ActivationsOptions CompleteFor(ActivationsOptions options, NetworkInfo network)
    {
        var layer = network.Layer(options.Layer ?? network.ChannelLayer);
        return layer.Shape.All(side => side > 0)
            ? options with { Layer = layer.Id }
            : throw new InvalidOptionsException(
                $"{layer.Id} has nothing left to show of a picture of {network.InputSize} pixels a side: choose an earlier layer.");
    }

    /// <inheritdoc/>
    protected override IEnumerable<Frame> Run(Network network, TechniqueInput input, ActivationsOptions options)
    {
        var square = PictureResizer.Square(input.Picture!, network.Info.InputSize);
        yield return new Frame(0, 1, square, new Dictionary<string, double>());
        yield return Look(network, square, options);
    }

    private static Frame Look(Network network, Picture square, ActivationsOptions options)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var image = PictureTensors.ToTensor(square);
        var maps = Maps(network.Activations(image, [options.Layer!])[options.Layer!]);
        var strengths = PictureTensors.ToFloatArray(maps.amax([1, 2])).Values;
        var shown = Choose(strengths, options);
        var chosen = maps.index_select(0, tensor(shown));
        return new Frame(1, 1, ChannelSheet.Draw(chosen, strengths.Max()), Scalars(strengths))
        {
            Arrays = new Dictionary<string, FloatArray>
            {
                ["activations"] = PictureTensors.ToFloatArray(chosen),
                ["channels"] = new([shown.Length], [.. shown.Select(channel => (float)channel)]),
                ["image"] = PictureTensors.ToFloatArray(image[0]),
            },
        };
    }

    // [1, channels, height, width] or [1, features] as [channels, height, width].
    private static Tensor Maps(Tensor activation) => activation.dim() == 4 ? activation[0] : activation[0].reshape(-1, 1, 1);

    private static long[] Choose(float[] strengths, ActivationsOptions options)
    {
        var channels = Enumerable.Range(0, strengths.Length).Select(channel => (long)channel);
        return
        [
            .. (options.Order == ChannelOrder.Strength ? channels.OrderByDescending(channel => strengths[channel]) : channels)
                .Take(options.Channels),
        ];
    }

    // Of the whole layer, also where not all of it is shown.
    private static Dictionary<string, double> Scalars(float[] strengths) => new()
    {
        ["largest"] = strengths.Max(),
        ["silent"] = strengths.Count(strength => strength <= 0),
    };
}
