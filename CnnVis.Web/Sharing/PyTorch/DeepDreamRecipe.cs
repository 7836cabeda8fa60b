using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.DeepDream;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>DeepDream in Python. What chance decided is told, step by step: another generator would dream another dream.</summary>
internal static class DeepDreamRecipe
{
    public static Recipe Of(DeepDreamOptions options, NetworkInfo network, Picture picture, long seed)
    {
        var chances = DreamChances.Of(options, network, picture, seed);
        return new Recipe(Parts(options), [.. Constants(options, network.Id, chances)]);
    }

    private static string[] Parts(DeepDreamOptions options) =>
    [
        "layers",
        "deepdream/fitted",
        options.Guide is not null ? "deepdream/guide" : options.Channel is not null ? "deepdream/channel" : "deepdream/energy",
        options.Jitter > 0 ? "deepdream/jitter" : "deepdream/no-jitter",
        options.Tile > 0 ? "deepdream/tiles" : "deepdream/whole",
        "deepdream/ascent",
        "deepdream/octaves",
        options.Zoom > 0 ? "deepdream/run-zoom" : "deepdream/run",
    ];

    private static IEnumerable<PythonConstant> Constants(DeepDreamOptions options, string network, DreamChances chances)
    {
        yield return new("SIZE", options.Size, "the longer side in pixels, if the picture is not smaller");
        yield return new("LAYERS", options.Layers.ToDictionary(layer => PyTorchNetwork.LayerName(network, layer.Layer), layer => layer.Weight), "with their weights");
        if (options.Channel is { } channel)
        {
            yield return new("CHANNEL", channel);
        }

        yield return new("OCTAVES", chances.Octaves, "heights and widths that this picture is dreamt in, small to large");
        yield return new("STEPS", options.Steps, "in each of them");
        yield return new("RATE", options.Rate, "the mean change of a pixel in a step; 1 is from black to white");
        if (options.Zoom > 0)
        {
            yield return new("ZOOMS", options.Zoom, "how often the picture is enlarged after that");
            yield return new("ZOOM_FACTOR", options.ZoomFactor);
            yield return new("ZOOM_STEPS", options.ZoomSteps, "after each time");
        }

        foreach (var drawn in Drawn(options, chances))
        {
            yield return drawn;
        }
    }

    private static IEnumerable<PythonConstant> Drawn(DeepDreamOptions options, DreamChances chances)
    {
        if (options.Jitter > 0)
        {
            yield return new("JITTER", options.Jitter, "the largest shift in pixels");
            yield return new("SHIFTS", chances.Steps.Select(step => (step.Down, step.Across)), "down and across, as the seed drew them for each step");
        }

        if (options.Tile > 0)
        {
            yield return new("CUTS", chances.Steps.Select(step => (step.Rows, step.Columns)), "where tiles begin and end, down and across, in each step");
        }
    }
}
