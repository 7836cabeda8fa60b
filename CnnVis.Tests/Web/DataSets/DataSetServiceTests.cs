using CnnVis.Core;
using CnnVis.Core.Training.Data;
using CnnVis.Tests.Support;
using CnnVis.Web.DataSets;
using CnnVis.Web.Runs;
using Microsoft.Extensions.Options;

namespace CnnVis.Tests.Web.DataSets;

public sealed class DataSetServiceTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly CifarFetcher _fetcher;
    private readonly DataSetService _service;

    public DataSetServiceTests()
    {
        var options = new CnnVisOptions { DataDirectory = _folder.Path };
        _fetcher = new CifarFetcher(
            new FakeWeb(() => throw new HttpRequestException("none here")), Options.Create(options), PublishedArchive.Cifar10);
        _service = new DataSetService(new DataSetCatalog(_folder.Path), _fetcher);
    }

    public async ValueTask DisposeAsync()
    {
        await _fetcher.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void All_are_described_those_too_that_are_not_here()
    {
        var all = _service.Describe();

        Assert.Equal(["shapes", "fashion-mnist", "cifar-10"], all.Select(data => data.Info.Id));
        Assert.Equal([false, true, true], all.Select(data => data.Missing is not null));
        Assert.Equal([false, false, true], all.Select(data => data.CanFetch));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1199, 2)] // the last scene
    public async Task A_test_picture_comes_with_what_it_shows(int index, int classes)
    {
        var picture = await _service.ShowAsync("shapes", index);

        Assert.Equal((40, 40), (picture.Picture.Width, picture.Picture.Height));
        Assert.Equal(classes, picture.Classes.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1200)]
    public async Task A_picture_that_is_not_there_is_refused(int index) => Assert.Equal(
        $"There is no test-picture \"{index}\". Drawn shapes has 0 to 1199.",
        (await Assert.ThrowsAsync<UnknownThingException>(() => _service.ShowAsync("shapes", index))).Message);

    [Fact]
    public async Task A_picture_of_what_is_not_here_is_refused() =>
        await Assert.ThrowsAsync<MissingDataException>(() => _service.ShowAsync("fashion-mnist", 0));

    [Fact]
    public void What_cannot_be_fetched_is_refused_with_the_way_to_get_it() => Assert.Contains(
        "dataset-fashion-mnist", Assert.Throws<MissingDataException>(() => _service.Fetch("fashion-mnist")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_fetch_that_fails_is_told()
    {
        _service.Fetch("cifar-10");
        await _fetcher.Ended;

        Assert.Contains("could not be fetched from www.cs.toronto.edu", _service.Describe()[2].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_here_is_not_fetched_again()
    {
        _service.Fetch("shapes");

        Assert.Same(Task.CompletedTask, _fetcher.Ended);
    }
}
