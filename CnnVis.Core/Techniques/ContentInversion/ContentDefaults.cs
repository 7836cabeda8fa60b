using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.ContentInversion;

/// <summary>How strongly the picture is kept natural where nobody said so.</summary>
public static class ContentDefaults
{
    /// <summary>The weight of the alpha norm at every depth.</summary>
    public const double AlphaNorm = 0.01;

    private const double Shallow = 0.1, Deep = 10;

    /// <summary>
    /// The weight of the total variation: the deeper a layer, the less it says about the picture, and the more has to
    /// come from what natural pictures have in common. It grows from the first layer to the last by equal factors
    /// for equal parts of the way, as in Mahendran and Vedaldi 2014, section 5: 1, 10 and 100 for the thirds of a network.
    /// </summary>
    /// <exception cref="UnknownThingException">The network has no such layer.</exception>
    public static double TotalVariation(NetworkInfo network, string layer)
    {
        var depth = (double)network.Graph.PositionOf(network.Layer(layer).Id) / Math.Max(1, network.Layers.Count - 1);
        return Math.Round(Shallow * Math.Pow(Deep / Shallow, depth), 3);
    }

    /// <summary>The sides of the picture in pixels.</summary>
    public static int Size(NetworkInfo network) => Math.Max(network.InputSize, 96);
}
