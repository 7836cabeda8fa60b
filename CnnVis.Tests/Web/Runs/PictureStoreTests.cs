using CnnVis.Core;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using CnnVis.Web.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CnnVis.Tests.Web.Runs;

public sealed class PictureStoreTests(Application application) : IClassFixture<Application>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PictureStore Make(int megabytes = 16, int mostWaiting = 40) => new(
        new SamplePictures(application.Services.GetRequiredService<IWebHostEnvironment>()),
        application.Services.GetRequiredService<Store>(),
        TimeProvider.System,
        Options.Create(new CnnVisOptions { PictureMegabytes = megabytes }),
        mostWaiting);

    [Fact]
    public void The_samples_are_there_with_titles_and_addresses()
    {
        var samples = Make().Samples;

        Assert.True(samples.Count >= 12);
        Assert.Equal("Dog and bicycle", samples[0].Title);
        Assert.Equal("/assets/samples/01-dog-and-bicycle.jpg", samples[0].Url);
        Assert.Equal(512, Make().Find(samples[0].Id).Width);
    }

    [Fact]
    public async Task A_picture_is_named_by_the_SHA_256_of_its_file()
    {
        var file = Pictures.SoftPng();

        var id = await Make().AddAsync(file, Cancellation);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), id);
    }

    [Fact]
    public async Task A_picture_that_left_memory_or_came_to_another_process_is_found_again()
    {
        var file = Pictures.SoftPng(1024, 1020);
        var store = Make(megabytes: 16); // five pictures of 3 MB
        var id = await store.AddAsync(file, Cancellation);
        var first = store.Find(id);
        for (var i = 1; i < 8; i++)
        {
            await store.AddAsync(Pictures.SoftPng(1024, 1020 - i), Cancellation);
        }

        Assert.NotSame(first, store.Find(id));
        Assert.Equal(first.Rgb, store.Find(id).Rgb);
        Assert.Equal(first.Rgb, Make().Find(id).Rgb);
    }

    [Fact]
    public async Task A_picture_that_came_twice_is_stored_once()
    {
        var file = Pictures.SoftPng(31, 17);
        await Make().AddAsync(file, Cancellation);
        var id = await Make().AddAsync(file, Cancellation);

        var blobs = application.Services.GetRequiredService<Store>();
        Assert.Equal(1, blobs.Ask(context => context.Blobs.Count(blob => blob.Hash == id)));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused() =>
        await Assert.ThrowsAsync<InvalidPictureException>(() => Make().AddAsync([1, 2, 3], Cancellation));

    [Fact]
    public async Task Whoever_comes_when_too_many_wait_is_told_so_and_the_others_get_their_turn()
    {
        var files = Enumerable.Range(0, 8).Select(i => Pictures.SoftPng(900, 700 + i)).ToList();
        var store = Make(mostWaiting: 2);
        var uploads = files.Select(file => store.AddAsync(file, Cancellation)).ToList();
        await Task.WhenAll(uploads).ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.InRange(uploads.Count(upload => upload.IsCompletedSuccessfully), 2, 7);
        Assert.All(uploads.Where(upload => upload.IsFaulted), upload => Assert.IsType<TooBusyException>(upload.Exception!.InnerException));
        Assert.NotNull(store.Find(await store.AddAsync(Pictures.SoftPng(), Cancellation)));
    }
}
