using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Sharing;

/// <summary>Makes moving pictures of runs, one at a time: each takes seconds of a core, which others want too.</summary>
internal sealed partial class Exports(IRunService runs, ILogger<Exports> logger) : IDisposable
{
    private const int MostWaiting = 20;
    private readonly TurnQueue _queue = new("exports", MostWaiting);

    /// <param name="form"><c>webp</c>, <c>gif</c>, <c>mp4</c> or <c>webm</c>.</param>
    /// <param name="show">How a frame with maps is made a picture.</param>
    /// <exception cref="TooBusyException">Too many others wait for theirs.</exception>
    public Task<byte[]> AnimateAsync(RunDescription run, string form, AnimationLook look, Func<Frame, Picture> show, CancellationToken cancellation) =>
        _queue.DoAsync(() => InTurnAsync(run, form, look, show, cancellation), cancellation);

    public void Dispose() => _queue.Dispose();

    private async Task<byte[]> InTurnAsync(RunDescription run, string form, AnimationLook look, Func<Frame, Picture> show, CancellationToken cancellation)
    {
        var animation = await Task.Run(() => RunAnimation.Of(run, runs, look, show, cancellation), cancellation);
        return form switch
        {
            "webp" => await Task.Run(() => AnimationEncoder.WebP(animation.Frames, animation.Delays), cancellation),
            "gif" => await Task.Run(() => AnimationEncoder.Gif(animation.Frames, animation.Delays), cancellation),
            _ => await VideoEncoder.EncodeAsync(animation, form, LogComplaint, cancellation),
        };
    }

    [LoggerMessage(LogLevel.Error, "ffmpeg says: {Complaint}")]
    private partial void LogComplaint(string complaint);
}
