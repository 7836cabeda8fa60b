using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components;

/// <summary>Takes every file but an empty one.</summary>
internal sealed class FakePictureStore : IPictureStore
{
    public const string Refusal = "This file is no picture. Choose a JPEG, PNG or WebP.";

    public IReadOnlyList<SamplePicture> Samples { get; } =
        [new("cat", "A cat", "/assets/cat.webp"), new("cup", "A cup", "/assets/cup.webp")];

    public Task<string> AddAsync(byte[] file, CancellationToken cancellation = default) =>
        file.Length > 0 ? Task.FromResult($"own-{file.Length}") : throw new InvalidPictureException(Refusal);

    public Picture Find(string id) => throw new UnknownThingException("picture", id, "Pages never ask for pixels.");
}
