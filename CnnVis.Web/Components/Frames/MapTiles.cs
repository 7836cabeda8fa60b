using System.Runtime.InteropServices;
using CnnVis.Core.Attribution;
using CnnVis.Web.Runs;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Frames;

/// <summary>How many maps a run shows so far, whether any has a sign, and whether boxes are known in its picture.</summary>
public sealed record MapSet(int Count, bool HasSign, bool HasBoxes = false);

/// <summary>What is written around a map.</summary>
/// <param name="Nothing">What stands over the picture if the map has nothing to show, a key of <see cref="Languages.Words"/>.</param>
/// <param name="Game">How the map did in the pointing game, or null where it was not played.</param>
internal sealed record MapTile(string Title, string? Class, string? Note, string? Nothing, PointingResult? Game)
{
    private static readonly string AllZero = Key("nothing in this layer speaks for this class");
    private static readonly string NoneAbove = Key("nothing here is above zero");

    /// <param name="objects">Those whose places are known.</param>
    /// <param name="tellsNothing">Whether a map that has nothing to show says so.</param>
    public static MapTile Of(EncodedMap map, MapView view, IReadOnlyList<SeenObject> objects, bool tellsNothing = true)
    {
        var values = MemoryMarshal.Cast<byte, float>(map.Values);
        return !tellsNothing ? new(map.Title, map.Class, map.Note, null, null)
            : !values.ContainsAnyExcept(0f) ? new(map.Title, map.Class, null, map.Note ?? AllZero, null)
            : new(map.Title, map.Class, map.Note, view.Relu && !HasPositive(values) ? NoneAbove : null, view.Boxes ? Play(map, objects) : null);
    }

    private static PointingResult? Play(EncodedMap map, IReadOnlyList<SeenObject> objects)
    {
        var boxes = objects.Where(seen => map.Class is { } name && seen.IsOf(name)).Select(seen => seen.Box).ToList();
        return boxes.Count > 0 ? PointingGame.Play(map.Numbers, boxes) : null;
    }

    private static bool HasPositive(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            if (value > 0)
            {
                return true;
            }
        }

        return false;
    }
}
