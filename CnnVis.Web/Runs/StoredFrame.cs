using CnnVis.Core;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Runs;

/// <summary>A frame that is encoded when the first watcher asks for it, and only then.</summary>
/// <param name="exact">Whether it is encoded without loss even on the way.</param>
internal sealed class StoredFrame(Frame frame, bool exact = false)
{
    // Each watcher pays for every byte, in the server and on the air. At 90 a dream takes about twice as many, and beside it
    // at four times its size one sees no difference.
    private const int LiveQuality = 75;
    private readonly Lazy<Task<EncodedFrame>> _encoded = new(() => Task.Run(() => Encode(frame, exact)));

    public Frame Frame { get; } = frame;

    public bool IsExact { get; } = exact;

    /// <summary>The frame as it travels; the work is done off the engine's thread and off the circuit's.</summary>
    public Task<EncodedFrame> Encoded => _encoded.Value;

    // Frames on the way are small and quick; the last one is exact.
    private static EncodedFrame Encode(Frame frame, bool exact)
    {
        var encoded = frame.Step < frame.Total && !exact
            ? new EncodedFrame(frame.Step, frame.Total, "image/jpeg", PictureEncoder.Jpeg(frame.Picture, LiveQuality))
            : new EncodedFrame(frame.Step, frame.Total, "image/png", PictureEncoder.Png(frame.Picture));
        return encoded with { Maps = [.. frame.Maps.Select(EncodedMap.Of)] };
    }
}
