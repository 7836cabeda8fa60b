using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;

namespace CnnVis.Web.Runs;

/// <summary>The pictures that runs start from: what visitors bring, and the samples.</summary>
public interface IPictureStore
{
    /// <summary>The pictures that come with the application.</summary>
    IReadOnlyList<SamplePicture> Samples { get; }

    /// <summary>Takes a picture file.</summary>
    /// <returns>Its id: the SHA-256 of the file, in lower-case hexadecimal.</returns>
    /// <exception cref="InvalidPictureException">It is no picture, damaged, or too large.</exception>
    /// <exception cref="TooBusyException">Too many others are waiting for theirs.</exception>
    Task<string> AddAsync(byte[] file, CancellationToken cancellation = default);

    /// <summary>The decoded picture, its longer side at most <see cref="Picture.MaxSide"/>.</summary>
    /// <exception cref="UnknownThingException">There is no such picture, or it was let go to make room.</exception>
    Picture Find(string id);
}

/// <summary>A picture that comes with the application.</summary>
/// <param name="Id">Its id in the store.</param>
/// <param name="Title">A short name for people, also its text alternative.</param>
/// <param name="Url">Where the browser finds it.</param>
public sealed record SamplePicture(string Id, string Title, string Url)
{
    /// <summary>The objects whose places are known, as networks see them; none where nobody has looked.</summary>
    public IReadOnlyList<SeenObject> Objects { get; init; } = [];
}
