using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>What must hold before a layer can be asked where it finds a class.</summary>
internal static class GradCamChecks
{
    public static GradCamOptions Complete(GradCamOptions options, NetworkInfo network)
    {
        var sweeps = options.Layer == GradCamOptions.Sweep;
        network.RequireClasses(options.Target, most: sweeps ? 1 : Attribution.ClassTargets.Most);
        var completed = options.Layer == GradCamOptions.Auto ? options with { Layer = CamLayers.Auto(network) } : options;
        if (!sweeps)
        {
            RequireMap(network.Layer(completed.Layer), network);
        }

        return completed;
    }

    private static void RequireMap(Layer layer, NetworkInfo network)
    {
        if (!layer.IsSpatial)
        {
            throw new UnsuitableNetworkException(
                $"{layer.Id} gives {layer.Channels} numbers without height and width, so there is no map to draw: "
                + $"choose a layer before the head, such as {CamLayers.Auto(network)}.");
        }
    }
}
