using System.Text.RegularExpressions;
using CnnVis.Core.Imaging;
using CnnVis.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CnnVis.Tests.Web.Browser;

/// <summary>A visitor's whole way, from photograph to download.</summary>
[Collection(nameof(Support.Browser))]
public sealed class DreamJourneyTests(Support.Browser browser)
{
    [Fact]
    public async Task A_visitor_uploads_a_photo_watches_it_dream_pauses_resumes_and_downloads()
    {
        var page = await browser.OpenAsync("/deepdream");
        var photo = Photo();
        await Upload(page, photo);
        await ChooseNetwork(page);
        await page.GetByTestId("advanced").ClickAsync();
        await page.GetByTestId("size").FillAsync("256");
        await page.GetByTestId("size").PressAsync("Tab");
        await page.GetByTestId("steps").FillAsync("40");
        await page.GetByTestId("steps").PressAsync("Tab");

        await page.CollectFramesAsync();
        await page.GetByTestId("run").ClickAsync();
        await page.AtLeastFramesAsync(10);
        await page.GetByTestId("pause").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Paused");
        Assert.True(await page.StepAsync() < 160, "it must not be finished when it is paused");

        await page.GetByTestId("step").ClickAsync();
        await page.GetByTestId("resume").ClickAsync();
        await Expect(page.GetByTestId("run-state")).ToHaveTextAsync("Finished");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-testid=stage-canvas]').dataset.step === '160'");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("download-png").ClickAsync());
        var result = PictureDecoder.Decode(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        var start = PictureResizer.Fit(PictureDecoder.Decode(photo), 256);
        Assert.Equal((start.Width, start.Height), (result.Width, result.Height));
        Assert.InRange(result.Rgb.Zip(start.Rgb, (a, b) => Math.Abs(a - b)).Average(), 3, 100);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_gets_its_sentence_and_the_next_one_works()
    {
        var page = await browser.OpenAsync("/deepdream");

        await Upload(page, "not a picture"u8.ToArray(), waitForPicture: false);
        await Expect(page.GetByTestId("picture-problem")).ToContainTextAsync("not a picture CnnVis can read");

        await Upload(page, Pictures.SoftPng());
        await Expect(page.GetByTestId("picture-problem")).ToBeEmptyAsync();
    }

    private static byte[] Photo() => Shared.ModelsIfPresent() is { } models
        ? File.ReadAllBytes(Path.Combine(models, "..", "photos", "chelsea_cat.png"))
        : Pictures.SoftPng(300, 200);

    private static async Task Upload(IPage page, byte[] file, bool waitForPicture = true)
    {
        await Expect(page.GetByTestId("picture-input")).ToBeEnabledAsync();
        await page.GetByTestId("picture-input").SetInputFilesAsync(new FilePayload { Name = "photo.png", MimeType = "image/png", Buffer = file });
        if (waitForPicture)
        {
            await Expect(page.GetByTestId("own-picture")).ToHaveAttributeAsync("aria-pressed", "true");
        }
    }

    private static async Task ChooseNetwork(IPage page)
    {
        if (Shared.ModelsIfPresent() is null)
        {
            return;
        }

        await page.GetByTestId("network-picker").ClickAsync();
        await page.Locator(".mud-popover-open").GetByText("SqueezeNet 1.1").ClickAsync();
        await Expect(page.GetByTestId("layer-picker")).ToHaveValueAsync(new Regex("features.7"));
    }
}
