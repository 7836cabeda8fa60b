using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>What must hold before a network can dream so.</summary>
internal static class DreamChecks
{
    // Hours on a large picture, and yet an end.
    private const int MostSteps = 5000;
    private const int SmallestTile = 2 * OctaveSizes.Smallest;

    /// <summary>The layers and the channel exist, and what else is asked for fits together.</summary>
    public static void Require(DeepDreamOptions options, NetworkInfo network)
    {
        foreach (var named in options.Layers)
        {
            var (layer, weight) = named ?? throw new InvalidOptionsException("layers must hold objects with layer and weight.");
            var found = network.Layer(layer);
            if (options.Channel is { } channel)
            {
                found.RequireChannel(channel);
            }

            if (!double.IsFinite(weight) || Math.Abs(weight) > 100)
            {
                throw new InvalidOptionsException("A layer's weight must be -100 to 100.");
            }
        }

        if (options.Layers.All(layer => layer.Weight == 0))
        {
            throw new InvalidOptionsException("At least one layer needs a weight other than 0, or nothing would change.");
        }

        if (options.Layers.DistinctBy(layer => layer.Layer).Count() < options.Layers.Count)
        {
            throw new InvalidOptionsException("A layer can be blended in once: give it one weight.");
        }

        if ((options.Steps * options.Octaves) + (options.Zoom * options.ZoomSteps) > MostSteps)
        {
            throw new InvalidOptionsException($"That would be more than {MostSteps} steps: choose fewer steps, octaves or zooms.");
        }

        if (options is { Guide: not null, Channel: not null })
        {
            throw new InvalidOptionsException("A guide speaks for all channels of a layer: leave out either guide or channel.");
        }

        RequireTile(options, network);
    }

    private static void RequireTile(DeepDreamOptions options, NetworkInfo network)
    {
        if (options is { Tile: 0, Size: <= DeepDreamOptions.LargestWhole })
        {
            return;
        }

        if (options.Tile < SmallestTile)
        {
            throw new InvalidOptionsException(options.Tile == 0
                ? $"size {options.Size} is too much for the network to look at as a whole: set tile, to 512 perhaps."
                : $"tile must be 0 or at least {SmallestTile}.");
        }

        // At the edges there are tiles of half the side.
        var half = options.Tile / 2;
        if (!OctaveSizes.Fits(new(half, half), network.Graph, [.. options.Layers.Select(layer => layer.Layer)]))
        {
            throw new InvalidOptionsException($"tile {options.Tile} is too small for these layers: choose larger tiles.");
        }
    }
}
