using Bunit;
using CnnVis.Core;
using CnnVis.Web.Components.Lab;
using CnnVis.Web.Runs;

namespace CnnVis.Tests.Web.Components.Lab;

public sealed class LabChartsTests : ComponentContext
{
    [Fact]
    public void Each_chart_tells_its_newest_numbers_in_words() => Assert.Equal(
        [
            "Loss: each batch 1.40, training 1.65, test 1.70",
            "Accuracy: each batch 50 %, training 35 %, test 37.5 %",
            "Pointing game: one shape 87.5 %, two shapes 50 %",
        ],
        Show(ATraining.Running()).FindAll("[role=img]").Select(chart => chart.GetAttribute("aria-label")));

    [Fact]
    public void The_whole_width_is_the_whole_training()
    {
        var loss = Show(ATraining.Running()).Find("[data-testid=chart-loss]");

        // 9 of 20 batches of a loss from 0 to 2.5, and 2 of 5 epochs.
        Assert.StartsWith("50,8 100,24", loss.QuerySelector("g.batch polyline")!.GetAttribute("points"), StringComparison.Ordinal);
        Assert.EndsWith("450,88", loss.QuerySelector("g.batch polyline")!.GetAttribute("points"), StringComparison.Ordinal);
        Assert.Equal("M200,32h0 M400,64h0", loss.QuerySelector("g.test path")!.GetAttribute("d"));
    }

    [Fact]
    public void Before_the_first_batch_the_charts_are_empty_and_say_so()
    {
        var charts = Show(ATraining.Running() with { Curves = new Dictionary<string, IReadOnlyList<double>>() });

        Assert.Equal("Loss: nothing yet", charts.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Empty(charts.FindAll("polyline"));
    }

    [Fact]
    public void Where_no_places_are_known_there_is_no_pointing_game()
    {
        var run = ATraining.Running();
        var fashion = run with { Spec = run.Spec with { Options = ATraining.Options with { Data = "fashion-mnist" } }, Curves = new Dictionary<string, IReadOnlyList<double>>() };

        Assert.Equal(2, Show(fashion).FindAll("figure").Count);
    }

    private IRenderedComponent<LabCharts> Show(RunDescription run) => Render<LabCharts>(with => with.Add(c => c.Run, run));
}
