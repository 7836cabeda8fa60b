using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>What each layer sees in the guide picture. It owns its tensors: dispose it.</summary>
internal sealed class DreamGuide : IDisposable
{
    // About what the first guided dreams had; early layers have many more, all much alike.
    private const int MostPlaces = 400;

    // The longer side at which the guide is looked at, in pixels.
    private const int Side = 224;

    private readonly Dictionary<string, Tensor> _vectors;

    /// <exception cref="InvalidPictureException">The guide is too small for one of the layers.</exception>
    public DreamGuide(Network network, Picture guide, IReadOnlyCollection<string> layers)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var fitted = PictureResizer.Fit(guide, Side);
        if (!OctaveSizes.Fits(new(fitted.Height, fitted.Width), network.Graph, layers))
        {
            throw new InvalidPictureException(
                $"The guide, at {fitted.Width} x {fitted.Height} pixels, is too small for these layers: choose a larger or less narrow one.");
        }

        var seen = network.Activations(PictureTensors.ToTensor(fitted), layers);
        _vectors = layers.Distinct().ToDictionary(layer => layer, layer => Pick(seen[layer]).DetachFromDisposeScope());
    }

    /// <summary>The activation vectors of a layer, [channels, places]; they stay the guide's.</summary>
    public Tensor this[string layer] => _vectors[layer];

    /// <summary>Frees the activations.</summary>
    public void Dispose()
    {
        foreach (var vectors in _vectors.Values)
        {
            vectors.Dispose();
        }
    }

    // Evenly over the map.
    private static Tensor Pick(Tensor map)
    {
        var vectors = map.reshape(map.shape[1], -1);
        var places = vectors.shape[1];
        return places <= MostPlaces
            ? vectors.clone()
            : vectors.index_select(1, linspace(0, places - 1, MostPlaces).round().to(ScalarType.Int64));
    }
}
