using System.Runtime.InteropServices;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Runs;

/// <summary>A frame as it travels: encoded once, however many watch.</summary>
public sealed record EncodedFrame(int Step, int Total, string ContentType, byte[] Bytes)
{
    /// <summary>Maps that lie over the picture.</summary>
    public IReadOnlyList<EncodedMap> Maps { get; init; } = [];
}

/// <summary>A map as it travels: raw numbers, so that the browser colours them, lays them over and tells them exactly.</summary>
/// <param name="Values">Float32, little-endian, row by row.</param>
public sealed record EncodedMap(string Title, string? Class, string? Note, int Height, int Width, bool HasSign, byte[] Values)
{
    /// <summary>The values as they were.</summary>
    public FloatArray Numbers => new([Height, Width], MemoryMarshal.Cast<byte, float>(Values).ToArray());

    public static EncodedMap Of(Core.HeatMap map) => new(
        map.Title,
        map.Class,
        map.Note,
        (int)map.Values.Shape[0],
        (int)map.Values.Shape[1],
        map.HasSign,
        MemoryMarshal.AsBytes<float>(map.Values.Values).ToArray());
}
