using CnnVis.Core;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CnnVis.Tests.Web.Runs;

public sealed class PictureStoreTests(Application application) : IClassFixture<Application>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PictureStore Store(int megabytes = 16, int mostWaiting = 40) => new(
        new SamplePictures(application.Services.GetRequiredService<IWebHostEnvironment>()),
        Options.Create(new CnnVisOptions { PictureMegabytes = megabytes }),
        mostWaiting);

    [Fact]
    public void The_samples_are_there_with_titles_and_addresses()
    {
        var samples = Store().Samples;

        Assert.True(samples.Count >= 12);
        Assert.Equal("Dog and bicycle", samples[0].Title);
        Assert.Equal("/assets/samples/01-dog-and-bicycle.jpg", samples[0].Url);
        Assert.Equal(512, Store().Find(samples[0].Id).Width);
    }

    [Fact]
    public async Task A_picture_is_named_by_the_SHA_256_of_its_file()
    {
        var file = Pictures.SoftPng();

        var id = await Store().AddAsync(file, Cancellation);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), id);
    }

    [Fact]
    public async Task The_longest_unused_picture_makes_room()
    {
        var store = Store(megabytes: 16); // five pictures of 3 MB
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await store.AddAsync(Pictures.SoftPng(1024, 1020 - i), Cancellation));
        }

        store.Find(ids[0]);

        await store.AddAsync(Pictures.SoftPng(1024, 1000), Cancellation);

        Assert.NotNull(store.Find(ids[0]));
        Assert.Throws<UnknownThingException>(() => store.Find(ids[1]));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused() =>
        await Assert.ThrowsAsync<InvalidPictureException>(() => Store().AddAsync([1, 2, 3], Cancellation));

    [Fact]
    public async Task Whoever_comes_when_too_many_wait_is_told_so_and_the_others_get_their_turn()
    {
        var files = Enumerable.Range(0, 8).Select(i => Pictures.SoftPng(900, 700 + i)).ToList();
        var store = Store(mostWaiting: 2);
        var uploads = files.Select(file => store.AddAsync(file, Cancellation)).ToList();
        await Task.WhenAll(uploads).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.InRange(uploads.Count(upload => upload.IsCompletedSuccessfully), 2, 7);
        Assert.All(uploads.Where(upload => upload.IsFaulted), upload => Assert.IsType<TooBusyException>(upload.Exception!.InnerException));
        Assert.NotNull(store.Find(await store.AddAsync(Pictures.SoftPng(), Cancellation)));
    }
}
