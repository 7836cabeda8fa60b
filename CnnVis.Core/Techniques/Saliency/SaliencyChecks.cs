using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.Saliency;

/// <summary>What must hold before a score can be attributed to pixels.</summary>
internal static class SaliencyChecks
{
    private const int MostPatches = 4096;

    public static SaliencyOptions Complete(SaliencyOptions options, NetworkInfo network)
    {
        network.RequireClasses(options.Target, most: 1);
        if (options.Layer is { } layer)
        {
            _ = network.Layer(layer);
        }

        var window = options.Window ?? Math.Max(1, network.InputSize / 7);
        var completed = options with { Window = window, Stride = options.Stride ?? Math.Max(1, window / 2) };
        if (options.Method == SaliencyMethod.Occlusion)
        {
            RequirePatches(completed, network);
        }

        return completed;
    }

    private static void RequirePatches(SaliencyOptions options, NetworkInfo network)
    {
        var (side, window, stride) = (network.InputSize, options.Window!.Value, options.Stride!.Value);
        if (window > side || stride > window)
        {
            throw new InvalidOptionsException(
                $"window must be at most the picture's {side} pixels, and stride at most window, or some pixels would never be covered.");
        }

        if (Methods.Occlusion.PatchesAcross(side, window, stride) is var across && across * across > MostPatches)
        {
            throw new InvalidOptionsException(
                $"This stride asks for {across * across} patches, more than {MostPatches}: choose a larger one.");
        }
    }
}
