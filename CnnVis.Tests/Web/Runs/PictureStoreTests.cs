using CnnVis.Core;
using CnnVis.Tests.Support;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CnnVis.Tests.Web.Runs;

public sealed class PictureStoreTests(Application application) : IClassFixture<Application>
{
    private PictureStore Store(int megabytes = 16) => new(
        new SamplePictures(application.Services.GetRequiredService<IWebHostEnvironment>()),
        Options.Create(new CnnVisOptions { PictureMegabytes = megabytes }));

    [Fact]
    public void The_samples_are_there_with_titles_and_addresses()
    {
        var samples = Store().Samples;

        Assert.True(samples.Count >= 6);
        Assert.Equal("Pebbles", samples[0].Title);
        Assert.Equal("/assets/samples/01-pebbles.jpg", samples[0].Url);
        Assert.Equal(768, Store().Find(samples[0].Id).Width);
    }

    [Fact]
    public void A_picture_is_named_by_the_SHA_256_of_its_file()
    {
        var file = Pictures.SoftPng();

        var id = Store().Add(file);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), id);
    }

    [Fact]
    public void The_longest_unused_picture_makes_room()
    {
        var store = Store(megabytes: 16); // five pictures of 3 MB
        var ids = Enumerable.Range(0, 5).Select(i => store.Add(Pictures.SoftPng(1024, 1020 - i))).ToList();
        store.Find(ids[0]);

        store.Add(Pictures.SoftPng(1024, 1000));

        Assert.NotNull(store.Find(ids[0]));
        Assert.Throws<UnknownThingException>(() => store.Find(ids[1]));
    }

    [Fact]
    public void What_is_no_picture_is_refused() =>
        Assert.Throws<InvalidPictureException>(() => Store().Add([1, 2, 3]));
}
