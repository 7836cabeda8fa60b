using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>What must hold before a neuron's picture can be looked for.</summary>
internal static class NeuronChecks
{
    /// <summary>The layer, channel, class and place exist.</summary>
    public static void Require(NeuronOptions options, NetworkInfo network)
    {
        if (options.Objective == NeuronObjective.Class)
        {
            network.RequireClass(options.Target);
            return;
        }

        var layer = network.Layer(options.Layer!);
        if (options.Objective != NeuronObjective.Layer)
        {
            layer.RequireChannel(options.Channel);
        }
    }

    /// <summary>The layer still has a map at this picture size, and the neuron lies on it.</summary>
    public static void RequireSize(NeuronOptions options, NetworkGraph graph)
    {
        var size = options.Size!.Value;
        var id = options.Objective == NeuronObjective.Class ? graph.Output : options.Layer!;
        var layer = graph.Layers(size, size)[graph.PositionOf(id)];
        if (layer.Shape.Any(side => side < 1))
        {
            throw new InvalidOptionsException($"size {size} is too small for {id}: choose a larger picture.");
        }

        if (options.Objective == NeuronObjective.Neuron && layer.IsSpatial
            && (options.X >= layer.Shape[2] || options.Y >= layer.Shape[1]))
        {
            throw new InvalidOptionsException(
                $"{id} has {layer.Shape[2]} x {layer.Shape[1]} neurons a channel at size {size}: x and y must lie inside.");
        }
    }
}
