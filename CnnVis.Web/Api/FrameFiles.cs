using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Api;

/// <summary>The pictures of runs as files; those of completed runs are made once.</summary>
internal sealed class FrameFiles(IRunService runs, PictureFiles files)
{
    private const int ThumbnailQuality = 75;
    private static readonly MapQuery Usual = MapQuery.Read(null, null, null);

    /// <summary>A frame with its maps, its longer side at most as many pixels.</summary>
    public static Picture ThumbnailOf(Frame frame, int side) => PictureResizer.Fit(Usual.Show(frame), side);

    /// <summary>The frame of a step, or the newest, with its maps.</summary>
    /// <param name="form"><c>png</c> or <c>webp</c>.</param>
    /// <exception cref="UnknownThingException">There is no such run or frame.</exception>
    public Task<PictureFile> ShowAsync(string id, int? step, string form, MapQuery look, CancellationToken cancellation) =>
        GetAsync(id, (step, form, look), () =>
        {
            var frame = step is { } wanted ? runs.FrameAt(id, wanted)
                : runs.Newest(id) ?? throw new UnknownThingException("result", id, "The run has not made its first picture yet.");
            var picture = look.Show(frame);
            return form == "png" ? PictureFile.Png(picture, frame.Step) : PictureFile.WebP(picture, frame.Step);
        }, cancellation);

    /// <summary>The same of a step as a file.</summary>
    /// <exception cref="UnknownThingException">There is no such run or frame.</exception>
    public Task<PictureFile> ThumbnailAsync(string id, int step, int side, CancellationToken cancellation) =>
        GetAsync(id, (step, side), () =>
        {
            var picture = ThumbnailOf(runs.FrameAt(id, step), side);
            return new(PictureEncoder.WebP(picture, ThumbnailQuality), "image/webp", picture.Width, picture.Height, step);
        }, cancellation);

    // Asked each time: of a run that was deleted nothing is shown any more.
    private Task<PictureFile> GetAsync(string id, object what, Func<PictureFile> make, CancellationToken cancellation) =>
        files.GetAsync(runs.StateOf(id) == RunState.Completed ? (id, what) : null, make, cancellation);
}
