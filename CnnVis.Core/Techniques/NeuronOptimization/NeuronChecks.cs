using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>What must hold before a neuron's picture can be looked for.</summary>
internal static class NeuronChecks
{
    /// <summary>The layer, channel, class and place exist in a picture of this size.</summary>
    public static void Require(NeuronOptions options, NetworkInfo network)
    {
        _ = network.Layer(options.Layer!); // even where a class does not use it: pages and links do
        var layer = LayerOf(options, network);
        switch (options.Objective)
        {
            case NeuronObjective.Class:
                network.RequireClass(options.Target);
                break;
            case NeuronObjective.Channel or NeuronObjective.Neuron:
                layer.RequireChannel(options.Channel);
                break;
        }

        RequirePlace(options, layer);
    }

    // The layer as it is in a picture of this size; a class is read from the last one.
    private static Layer LayerOf(NeuronOptions options, NetworkInfo network)
    {
        var size = options.Size!.Value;
        var id = options.Objective == NeuronObjective.Class ? network.Graph.Output : options.Layer!;
        var layer = network.LayerAt(id, size);
        return layer.Shape.All(side => side > 0)
            ? layer
            : throw new InvalidOptionsException($"size {size} is too small for {id}: choose a larger picture.");
    }

    private static void RequirePlace(NeuronOptions options, Layer layer)
    {
        if (options.Objective == NeuronObjective.Neuron && layer.IsSpatial
            && (options.X >= layer.Shape[2] || options.Y >= layer.Shape[1]))
        {
            throw new InvalidOptionsException(
                $"{layer.Id} has {layer.Shape[2]} x {layer.Shape[1]} neurons a channel at size {options.Size}: x and y must lie inside.");
        }
    }
}
