using CnnVis.Core.Imaging;
using static TorchSharp.torch;

namespace CnnVis.Core.Attribution;

/// <summary>What map techniques say and give alike.</summary>
internal static class MapNotes
{
    internal const string Silence = "Nothing in this layer speaks for this class.";

    /// <summary>A sentence instead of a blank, if nothing in the map is above zero or below.</summary>
    public static string? IfSilent(Tensor map) =>
        map.count_nonzero().item<long>() == 0 ? Silence : null;

    /// <summary>Maps of one size as one array, [maps, height, width].</summary>
    public static FloatArray Stacked(IReadOnlyList<HeatMap> maps) =>
        new([maps.Count, .. maps[0].Values.Shape], [.. maps.SelectMany(map => map.Values.Values)]);
}
