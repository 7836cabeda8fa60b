using System.Globalization;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Sharing;

/// <summary>How a run is to become a moving picture.</summary>
/// <param name="Seconds">From its first frame to its last, which is then shown for a second.</param>
/// <param name="Size">The longer side in pixels.</param>
internal sealed record AnimationLook(double Seconds, int Size)
{
    /// <exception cref="InvalidOptionsException">One of them cannot be understood.</exception>
    public static AnimationLook Read(string? seconds, string? size) => new(
        seconds is null ? 4
            : double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length is >= 0.5 and <= 30 ? length
            : throw new InvalidOptionsException("seconds must be 0.5 to 30, such as 4."),
        size is null ? 512
            : int.TryParse(size, CultureInfo.InvariantCulture, out var side) && side is >= 32 and <= 1024 ? side
            : throw new InvalidOptionsException("size must be 32 to 1024, such as 512."));
}

/// <summary>A run's kept frames in one size, and for how many milliseconds each is shown.</summary>
internal sealed record RunAnimation(IReadOnlyList<Picture> Frames, IReadOnlyList<int> Delays)
{
    private const int LastMilliseconds = 1000;

    /// <param name="show">How a frame with maps is made a picture.</param>
    /// <exception cref="UnknownThingException">The run has kept no frame yet.</exception>
    public static RunAnimation Of(RunDescription run, IRunService runs, AnimationLook look, Func<Frame, Picture> show, CancellationToken cancellation)
    {
        if (run.Kept.Count == 0)
        {
            throw new UnknownThingException("result", run.Id, "The run has not made its first picture yet.");
        }

        var last = PictureResizer.Fit(show(runs.FrameAt(run.Id, run.Kept[^1])), look.Size);
        var (width, height) = (Even(last.Width), Even(last.Height));
        var frames = run.Kept.Select(step =>
        {
            cancellation.ThrowIfCancellationRequested();
            return PictureResizer.Resize(show(runs.FrameAt(run.Id, step)), width, height);
        }).ToList();
        var each = (int)Math.Max(20, 1000 * look.Seconds / Math.Max(frames.Count - 1, 1));
        return new RunAnimation(frames, [.. Enumerable.Repeat(each, frames.Count - 1), LastMilliseconds]);
    }

    // Video codecs want pairs of pixels.
    private static int Even(int side) => Math.Max(2, side / 2 * 2);
}
