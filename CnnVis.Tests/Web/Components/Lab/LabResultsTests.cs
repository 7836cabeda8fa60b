using Bunit;
using CnnVis.Core;
using CnnVis.Core.Imaging;
using CnnVis.Web.Components.Lab;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class LabResultsTests : ComponentContext
{
    public LabResultsTests()
    {
        JSInterop.SetupModule("./Components/Frames/MapCanvas.razor.js");
        JSInterop.SetupModule("./Components/Lab/DrawingPad.razor.js").SetupVoid("attach", _ => true).SetVoidResult();
    }

    [Fact]
    public async Task An_epoch_that_is_looked_back_at_is_marked_told_and_used()
    {
        var results = Show(ATraining.Running());
        Assert.Equal("saliency?network=lab-abc-2", results.Find("[data-testid=use-saliency]").GetAttribute("href"));

        await results.Find("[data-testid=epoch]").InputAsync("1");

        Assert.Equal("200", results.Find("[data-testid=marked]").GetAttribute("x1"));
        Assert.Contains("20.0 %", results.Find("[data-testid=epoch-figures]").TextContent, StringComparison.Ordinal);
        Assert.Equal("saliency?network=lab-abc-1", results.Find("[data-testid=use-saliency]").GetAttribute("href"));
        Assert.Equal(30, results.FindComponent<CnnVis.Web.Components.Frames.MapCanvas>().Instance.KeptStep);

        await results.Find("[data-testid=back-to-live]").ClickAsync();
        Assert.Empty(results.FindAll("[data-testid=marked]"));
    }

    [Fact]
    public async Task A_training_that_lost_its_way_says_so_and_offers_its_last_good_epoch()
    {
        var results = Show(ATraining.Running() with { State = RunState.Failed, Error = "The training lost its way in epoch 3." });
        Assert.Contains("The training lost its way in epoch 3.", results.Find("[data-testid=problem]").TextContent, StringComparison.Ordinal);

        await results.Find("[data-testid=last-good]").ClickAsync();

        Assert.Equal("epoch 2", results.Find("[data-testid=epoch-shown]").TextContent);
    }

    [Theory]
    [InlineData(0, "the untrained network")]
    [InlineData(12, "preparing pictures, 12 of 14")]
    [InlineData(15, "epoch 1 of 5, batch 1 of 4")]
    [InlineData(19, "epoch 1 of 5, examined")]
    public void The_progress_is_told_in_epochs_and_batches(int step, string words) => Assert.StartsWith(
        words, Show(ATraining.Running() with { Step = step }).Find("[data-testid=progress-text]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void At_the_end_there_is_the_confusion_matrix()
    {
        Runs.Frame = new Frame(40, 40, Support.Pictures.Soft(4, 4), new Dictionary<string, double>())
        {
            Arrays = new Dictionary<string, FloatArray> { ["confusion"] = new([10, 10], [.. Enumerable.Range(0, 100).Select(i => (float)i)]) },
        };

        var results = Show(ATraining.Running() with { State = RunState.Completed });

        Assert.Equal("23", results.FindAll("[data-testid=confusion] tbody tr")[2].Children[4].TextContent);
    }

    [Fact]
    public void Before_the_end_there_is_none() => Assert.Empty(Show(ATraining.Running()).FindAll("[data-testid=confusion]"));

    private IRenderedComponent<LabResults> Show(RunDescription run)
    {
        Runs.Known[run.Id] = run;
        return Render<LabResults>(with => with.Add(c => c.RunId, run.Id));
    }
}
