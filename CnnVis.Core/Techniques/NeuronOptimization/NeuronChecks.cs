using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>What must hold before a neuron's picture can be looked for.</summary>
internal static class NeuronChecks
{
    // A step must stay short, so that others get their turn.
    private const int MostPixels = 512 * 512;

    /// <summary>The layers, channels, classes and places exist in a picture of this size.</summary>
    public static void Require(NeuronOptions options, NetworkInfo network)
    {
        _ = network.Layer(options.Layer!); // even where nothing uses it: pages and links do
        var size = options.Size!.Value;
        foreach (var term in options.Wanted)
        {
            Require(term ?? throw new InvalidOptionsException("terms must hold objects with objective, layer, channel and weight."), network, size);
        }

        if (options.Wanted.All(term => term.Weight == 0))
        {
            throw new InvalidOptionsException("At least one term needs a weight other than 0, or nothing would grow.");
        }

        if (options.Batch * size * size > MostPixels)
        {
            throw new InvalidOptionsException(
                $"{options.Batch} pictures of size {size} are too many pixels at once: choose a smaller batch or size.");
        }

        RequireDiversity(options, network, size);
    }

    private static void Require(NeuronTerm term, NetworkInfo network, int size)
    {
        _ = network.Layer(term.Layer!); // even where a class does not use it: pages show it
        // A class is read from the last layer.
        var layer = network.RequireLayerAt(term.Objective == NeuronObjective.Class ? network.Graph.Output : term.Layer!, size);
        if (!Enum.IsDefined(term.Objective) || !double.IsFinite(term.Weight) || Math.Abs(term.Weight) > 100)
        {
            throw new InvalidOptionsException("A term's objective must be neuron, channel, layer or class, and its weight -100 to 100.");
        }

        switch (term.Objective)
        {
            case NeuronObjective.Class:
                network.RequireClass(term.Target);
                break;
            case NeuronObjective.Channel or NeuronObjective.Neuron:
                layer.RequireChannel(term.Channel);
                break;
        }

        RequirePlace(term, layer, size);
    }

    private static void RequirePlace(NeuronTerm term, Layer layer, int size)
    {
        if (term.Objective == NeuronObjective.Neuron && layer.IsSpatial
            && (term.X >= layer.Shape[2] || term.Y >= layer.Shape[1] || term.X < 0 || term.Y < 0))
        {
            throw new InvalidOptionsException(
                $"{layer.Id} has {layer.Shape[2]} x {layer.Shape[1]} neurons a channel at size {size}: x and y must lie inside.");
        }
    }

    private static void RequireDiversity(NeuronOptions options, NetworkInfo network, int size)
    {
        if (options.Diversity == 0)
        {
            return;
        }

        if (options.Batch == 1)
        {
            throw new InvalidOptionsException("diversity needs a batch of at least 2 pictures: choose more, or set it to 0.");
        }

        // A Gram matrix of a layer without places would have as many numbers as the layer has features, squared.
        if (!network.RequireLayerAt(options.Layer!, size).IsSpatial)
        {
            throw new UnsuitableNetworkException(
                $"{options.Layer} has no height and width, so there is nothing to be different in: choose a layer such as {network.ChannelLayer}.");
        }
    }
}
