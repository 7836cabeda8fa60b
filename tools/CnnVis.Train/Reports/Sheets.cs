using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;

namespace CnnVis.Train.Reports;

/// <summary>Contact sheets of what a network makes of each technique.</summary>
internal sealed class Sheets(Network network)
{
    private readonly Views _views = new(network, side: 192);

    /// <summary>What classes like best, in rows of six.</summary>
    public Picture Classes(IEnumerable<int> classes) => PictureSheet.Of([.. classes.Select(_views.Class)], 6);

    /// <summary>What channels of a layer like best, in rows of six.</summary>
    public Picture Channels(string layer, IEnumerable<int> channels) =>
        PictureSheet.Of([.. channels.Select(channel => _views.Channel(layer, channel))], 6);

    /// <summary>A picture and what is dreamt into it.</summary>
    public Picture Dream(Picture picture)
    {
        var dreamt = _views.Dream(picture);
        return PictureSheet.Of([PictureResizer.Fit(picture, Math.Max(dreamt.Width, dreamt.Height)), dreamt], 2);
    }

    /// <summary>A picture and what is left of it in ever deeper layers.</summary>
    public Picture Inversions(Picture picture, IEnumerable<string> layers) =>
        PictureSheet.Of([_views.Seen(picture), .. layers.Select(layer => _views.Content(picture, layer))], 4);

    /// <summary>A row: the picture, and for each of its classes which pixels matter and where the last layer finds it.</summary>
    public IEnumerable<Picture> Heat(Picture picture, IReadOnlyList<int> classes) =>
    [
        _views.Seen(picture),
        .. classes.Select(index => _views.Saliency(picture, index)),
        .. classes.Select(index => _views.GradCam(picture, index)),
    ];
}
