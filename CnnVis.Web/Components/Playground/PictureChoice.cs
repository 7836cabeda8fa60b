using CnnVis.Core.Attribution;
using CnnVis.Web.Runs;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>The picture a visitor works with.</summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="Title">Its name, also its text alternative: a key of <see cref="Languages.Words"/>.</param>
/// <param name="Url">Where the browser finds it.</param>
public sealed record PictureChoice(string Id, string Title, string Url)
{
    /// <summary>The objects whose places are known, as networks see them.</summary>
    public IReadOnlyList<SeenObject> Objects { get; init; } = [];

    public static PictureChoice Of(SamplePicture sample) => new(sample.Id, sample.Title, sample.Url) { Objects = sample.Objects };

    /// <summary>A picture by id: a sample, if it is one, or else one that somebody brought.</summary>
    public static PictureChoice Of(string id, IEnumerable<SamplePicture> samples) =>
        samples.FirstOrDefault(sample => sample.Id == id) is { } sample
            ? Of(sample)
            : new(id, Key("Uploaded picture"), $"/api/images/{id}");
}
