using Bunit;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Playground;
using Microsoft.AspNetCore.Components.Forms;

namespace CnnVis.Tests.Web.Components;

public sealed class PicturePickerTests : ComponentContext
{
    private PictureChoice? _chosen;

    [Fact]
    public async Task A_sample_is_chosen_by_its_thumbnail()
    {
        var picker = Show();

        await picker.Find("[data-testid=sample-1]").ClickAsync();

        Assert.Equal("cup", _chosen?.Id);
    }

    [Fact]
    public async Task An_own_picture_is_stored_and_shown_by_its_address()
    {
        var picker = Show();

        picker.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([1, 2, 3], "mine.png"));

        await picker.WaitForAssertionAsync(() => Assert.Equal("/api/images/own-3", _chosen?.Url));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_in_one_sentence()
    {
        var picker = Show();

        picker.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([], "letter.txt"));

        await picker.WaitForAssertionAsync(() => Assert.Equal(FakePictureStore.Refusal, Problem(picker)));
        Assert.Null(_chosen);
    }

    [Fact]
    public async Task A_file_over_ten_megabytes_is_refused_before_it_is_sent()
    {
        var picker = Show();

        picker.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(new byte[PictureDecoder.MaxBytes + 1], "huge.png"));

        await picker.WaitForAssertionAsync(() =>
            Assert.Equal("huge.png has more than 10 MB. Choose a smaller picture.", Problem(picker)));
    }

    [Fact]
    public void A_picture_that_came_with_a_link_stands_among_the_thumbnails()
    {
        var picker = Show(new PictureChoice("abc", "Uploaded picture", "/api/images/abc"));

        Assert.Equal("true", picker.Find("[data-testid=own-picture]").GetAttribute("aria-pressed"));
    }

    private IRenderedComponent<PicturePicker> Show(PictureChoice? value = null) => Render<PicturePicker>(with => with
        .Add(p => p.Value, value).Add(p => p.ValueChanged, picture => _chosen = picture));

    private static string Problem(IRenderedComponent<PicturePicker> picker) =>
        picker.Find("[data-testid=picture-problem]").TextContent;
}
