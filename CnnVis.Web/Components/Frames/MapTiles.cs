using System.Runtime.InteropServices;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Components.Frames;

/// <summary>How many maps a run shows so far, and whether any has a sign.</summary>
public sealed record MapSet(int Count, bool HasSign);

/// <summary>What is written around a map.</summary>
/// <param name="Nothing">What stands over the picture if the map has nothing to show.</param>
internal sealed record MapTile(string Title, string? Note, string? Nothing)
{
    private const string AllZero = "nothing in this layer speaks for this class";
    private const string NoneAbove = "nothing here is above zero";

    public static MapTile Of(EncodedMap map, bool relu)
    {
        var values = MemoryMarshal.Cast<byte, float>(map.Values);
        return !values.ContainsAnyExcept(0f) ? new(map.Title, null, map.Note ?? AllZero)
            : new(map.Title, map.Note, relu && !HasPositive(values) ? NoneAbove : null);
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
