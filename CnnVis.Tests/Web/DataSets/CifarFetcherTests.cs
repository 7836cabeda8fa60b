using System.Net;
using System.Security.Cryptography;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;
using CnnVis.Web.DataSets;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Options;

namespace CnnVis.Tests.Web.DataSets;

public sealed class CifarFetcherTests : IDisposable
{
    private static readonly byte[] Packed = CifarFiles.Archive();
    private readonly DataFolder _folder = new();
    private readonly CnnVisOptions _options;

    public CifarFetcherTests() => _options = new CnnVisOptions { DataDirectory = _folder.Path };

    private string Kept => Path.Combine(_folder.Path, "datasets", "cifar-10");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_published_is_kept_as_files_that_can_be_read()
    {
        await using var fetcher = Fetcher(Answer(Packed));

        fetcher.Start();
        await fetcher.Ended;

        Assert.Equal((null, null), (fetcher.Share, fetcher.Problem));
        Assert.Null(new DataSetCatalog(_options.DataSetFolders).Missing("cifar-10"));
        Assert.Equal(CifarData.Files.Order(), Directory.GetFiles(Kept).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task However_many_ask_it_is_fetched_once()
    {
        using var slow = new SlowStream(Packed);
        var web = new FakeWeb(() => new HttpResponseMessage { Content = new StreamContent(slow) });
        await using var fetcher = new CifarFetcher(web, Options.Create(_options), Published(Packed));

        fetcher.Start();
        fetcher.Start();
        await slow.HalfRead.Task;
        Assert.InRange(fetcher.Share!.Value, 0, 0.6);
        slow.GoOn.SetResult();
        await fetcher.Ended;

        Assert.Equal(Published(Packed).Address, Assert.Single(web.Asked));
        Assert.Null(fetcher.Problem);
    }

    [Fact]
    public async Task Stopping_in_the_middle_leaves_nothing_behind()
    {
        using var slow = new SlowStream(Packed);
        var fetcher = Fetcher(() => new HttpResponseMessage { Content = new StreamContent(slow) });

        fetcher.Start();
        await slow.HalfRead.Task;
        await fetcher.DisposeAsync();

        Assert.Contains("it stopped in the middle", fetcher.Problem, StringComparison.Ordinal);
        NothingIsLeft();
    }

    public static TheoryData<byte[], string> Wrong => new()
    {
        { [.. Packed[..^1], (byte)(Packed[^1] ^ 1)], "is not the file that was published" },
        { Packed[..^1], "is not the file that was published" },
        { [.. Packed, 0], "is not the file that was published" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Anything_else_is_refused_and_not_kept(byte[] content, string reason)
    {
        await using var fetcher = Fetcher(Answer(content));

        fetcher.Start();
        await fetcher.Ended;

        Assert.Contains(reason, fetcher.Problem, StringComparison.Ordinal);
        NothingIsLeft();
    }

    [Fact]
    public async Task An_answer_that_is_an_error_is_told_and_the_next_try_may_do_better()
    {
        var status = HttpStatusCode.NotFound;
        await using var fetcher = Fetcher(() => new HttpResponseMessage(status) { Content = new ByteArrayContent(Packed) });

        fetcher.Start();
        await fetcher.Ended;
        Assert.Equal("CIFAR-10 could not be fetched from example.org: it answered 404.", fetcher.Problem);

        status = HttpStatusCode.OK;
        fetcher.Start();
        await fetcher.Ended;
        Assert.Null(fetcher.Problem);
    }

    [Fact]
    public async Task Without_internet_it_says_so()
    {
        await using var fetcher = Fetcher(() => throw new HttpRequestException("name or service not known"));

        fetcher.Start();
        await fetcher.Ended;

        Assert.Contains("Is there internet where CnnVis runs?", fetcher.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_folder_nothing_is_fetched()
    {
        _options.DataDirectory = null;
        var web = new FakeWeb(Answer(Packed));
        await using var fetcher = new CifarFetcher(web, Options.Create(_options), Published(Packed));

        fetcher.Start();
        await fetcher.Ended;

        Assert.False(fetcher.CanFetch);
        Assert.Empty(web.Asked);
    }

    private void NothingIsLeft() => Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));

    private CifarFetcher Fetcher(Func<HttpResponseMessage> answer) => new(new FakeWeb(answer), Options.Create(_options), Published(Packed));

    private static Func<HttpResponseMessage> Answer(byte[] content) => () => new HttpResponseMessage { Content = new ByteArrayContent(content) };

    private static PublishedArchive Published(byte[] content) =>
        new(new Uri("https://example.org/cifar.tar.gz"), content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}
