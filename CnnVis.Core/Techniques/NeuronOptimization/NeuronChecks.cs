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

    // A class is read from the last layer.
    private static Layer LayerOf(NeuronOptions options, NetworkInfo network) => network.RequireLayerAt(
        options.Objective == NeuronObjective.Class ? network.Graph.Output : options.Layer!, options.Size!.Value);

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
