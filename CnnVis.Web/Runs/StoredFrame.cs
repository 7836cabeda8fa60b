using CnnVis.Core;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Runs;

/// <summary>A frame that is encoded when the first watcher asks for it, and only then.</summary>
internal sealed class StoredFrame(Frame frame)
{
    private const int LiveQuality = 90;
    private readonly Lazy<Task<EncodedFrame>> _encoded = new(() => Task.Run(() => Encode(frame)));

    public Frame Frame { get; } = frame;

    /// <summary>About how many bytes it holds.</summary>
    public long Bytes => Frame.Picture.Rgb.LongLength
        + Frame.Arrays.Values.Concat(Frame.Maps.Select(map => map.Values)).Concat(Frame.Trained?.Weights.Values ?? [])
            .Sum(array => (long)sizeof(float) * array.Values.Length)
        + (_encoded is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Size(_encoded.Value.Result) : 0);

    /// <summary>The frame as it travels; the work is done off the engine's thread and off the circuit's.</summary>
    public Task<EncodedFrame> Encoded => _encoded.Value;

    private static long Size(EncodedFrame encoded) => encoded.Bytes.LongLength + encoded.Maps.Sum(map => map.Values.LongLength);

    // Frames on the way are small and quick; the last one is exact.
    private static EncodedFrame Encode(Frame frame)
    {
        var encoded = frame.Step < frame.Total
            ? new EncodedFrame(frame.Step, frame.Total, "image/jpeg", PictureEncoder.Jpeg(frame.Picture, LiveQuality))
            : new EncodedFrame(frame.Step, frame.Total, "image/png", PictureEncoder.Png(frame.Picture));
        return encoded with { Maps = [.. frame.Maps.Select(EncodedMap.Of)] };
    }
}
