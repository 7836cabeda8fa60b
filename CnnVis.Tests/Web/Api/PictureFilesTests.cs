using CnnVis.Web.Api;

namespace CnnVis.Tests.Web.Api;

public sealed class PictureFilesTests : IDisposable
{
    private readonly PictureFiles _files = new();
    private int _made;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_file_that_never_changes_is_made_once_and_any_other_each_time()
    {
        Assert.Same(await GetAsync(("a", 1)), await GetAsync(("a", 1)));
        Assert.NotSame(await GetAsync(null), await GetAsync(null));
        Assert.Equal(3, _made);
    }

    [Fact]
    public async Task Files_of_other_names_are_others() => Assert.NotSame(await GetAsync(("a", 1)), await GetAsync(("a", 2)));

    [Fact]
    public async Task What_could_not_be_made_is_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _files.GetAsync("a", () => throw new InvalidOperationException(), Cancellation));

        Assert.NotNull(await GetAsync("a"));
    }

    [Fact]
    public async Task There_is_not_room_for_all()
    {
        for (var number = 0; number < 20; number++)
        {
            await GetAsync(number, bytes: 8 * 1024 * 1024);
        }

        await GetAsync(0, bytes: 8 * 1024 * 1024);
        await GetAsync(19, bytes: 8 * 1024 * 1024);
        Assert.True(_made > 20);
    }

    private Task<PictureFile> GetAsync(object? name, int bytes = 10) => _files.GetAsync(
        name,
        () =>
        {
            _made++;
            return new PictureFile(new byte[bytes], "image/png", 1, 1);
        },
        Cancellation);
}
