using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques;

/// <summary>Checks of options against a network, each with its sentence.</summary>
internal static class LayerChecks
{
    /// <summary>The layer as it is in a square picture of this size.</summary>
    /// <exception cref="CnnVisException">There is no such layer, or the picture is too small for it.</exception>
    public static Layer RequireLayerAt(this NetworkInfo network, string id, int size)
    {
        var layer = network.LayerAt(id, size);
        return layer.Shape.All(side => side > 0)
            ? layer
            : throw new InvalidOptionsException($"size {size} is too small for {id}: choose a larger picture.");
    }

    /// <exception cref="UnknownThingException">The layer has no such channel.</exception>
    public static void RequireChannel(this Layer layer, int channel)
    {
        if (channel < 0 || channel >= layer.Channels)
        {
            throw new UnknownThingException(
                "channel", $"{channel}", $"{layer.Id} has channels 0 to {layer.Channels - 1}.");
        }
    }

    /// <exception cref="UnknownThingException">The network has no such class.</exception>
    public static void RequireClass(this NetworkInfo network, int target)
    {
        if (target < 0 || target >= network.Classes.Count)
        {
            throw new UnknownThingException(
                "class", $"{target}", $"{network.Title} has classes 0 to {network.Classes.Count - 1}.");
        }
    }
}
