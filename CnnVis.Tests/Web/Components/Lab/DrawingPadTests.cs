using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Components.Lab;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class DrawingPadTests : ComponentContext
{
    public DrawingPadTests()
    {
        JSInterop.SetupModule("./Components/Lab/DrawingPad.razor.js").SetupVoid("attach", _ => true).SetVoidResult();
        Runs.Frame = new Frame(2, 2, Support.Pictures.Soft(8, 8), new Dictionary<string, double>())
        {
            Predictions = [new Prediction(3, "star", 4, 0.75), new Prediction(0, "circle", 2, 0.25)],
            Maps = [new HeatMap("star", new FloatArray([1, 2], [1, 5]), true), new HeatMap("circle", new FloatArray([1, 2], [2, -1]), true)],
        };
    }

    [Fact]
    public async Task A_drawing_is_given_to_the_epochs_network_which_says_what_it_sees_and_where()
    {
        var pad = Show(epoch: 2);

        await Draw(pad, new byte[100]);

        Assert.Equal(new RunSpec("gap", "lab-abc-2", "own-100", new GapOptions { Count = 10 }), Assert.Single(Runs.Started));
        Assert.Contains("star", pad.Find("[data-testid=prediction-3]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Where the network sees star in the drawing", pad.Find("[data-testid=pad-map]").GetAttribute("alt"));
        Assert.Equal("The network of epoch 2 says so.", pad.Find("[data-testid=pad-epoch]").TextContent);
    }

    [Fact]
    public async Task Another_class_shows_its_own_map()
    {
        var pad = Show(epoch: 2);
        await Draw(pad, new byte[100]);
        var before = pad.Find("[data-testid=pad-map]").GetAttribute("src");

        await pad.Find("[data-testid=prediction-0]").ClickAsync();

        Assert.Equal("Where the network sees circle in the drawing", pad.Find("[data-testid=pad-map]").GetAttribute("alt"));
        Assert.NotEqual(before, pad.Find("[data-testid=pad-map]").GetAttribute("src"));
    }

    [Fact]
    public async Task The_next_epochs_network_is_asked_about_the_same_drawing()
    {
        var pad = Show(epoch: 2);
        await Draw(pad, new byte[100]);

        pad.Render(with => with.Add(c => c.Epoch, 3));
        await Answered(2);

        Assert.Equal(["lab-abc-2", "lab-abc-3"], Runs.Started.Select(spec => spec.Network));
        await pad.WaitForAssertionAsync(() => Assert.Equal("The network of epoch 3 says so.", pad.Find("[data-testid=pad-epoch]").TextContent));
    }

    [Fact]
    public async Task More_bytes_than_a_drawing_has_are_refused()
    {
        var pad = Show(epoch: 2);

        await pad.InvokeAsync(() => pad.Instance.TakeAsync(new byte[16 * 1024 + 1]));

        Assert.Empty(Runs.Started);
        Assert.Contains("too large", pad.Find("[data-testid=pad-problem]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_gets_its_sentence()
    {
        var pad = Show(epoch: 2);

        await pad.InvokeAsync(() => pad.Instance.TakeAsync([]));

        Assert.Equal(FakePictureStore.Refusal, pad.Find("[data-testid=pad-problem]").TextContent);
    }

    private async Task Draw(IRenderedComponent<DrawingPad> pad, byte[] drawing)
    {
        var taken = pad.InvokeAsync(() => pad.Instance.TakeAsync(drawing));
        await Answered(1);
        await taken;
    }

    private async Task Answered(int runs)
    {
        await Until(() => Runs.WatchesSoFar == runs && Runs.Watchers == 1);
        Runs.End();
    }

    private IRenderedComponent<DrawingPad> Show(int epoch) => Render<DrawingPad>(with => with
        .Add(c => c.Data, DataSetInfo.Shapes).Add(c => c.RunId, "abc").Add(c => c.Epoch, epoch));
}
