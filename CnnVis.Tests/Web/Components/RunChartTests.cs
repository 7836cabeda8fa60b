using Bunit;
using CnnVis.Core;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Web.Components.Playground;

namespace CnnVis.Tests.Web.Components;

public sealed class RunChartTests : ComponentContext
{
    [Fact]
    public void An_inversion_shows_its_error_beside_that_of_grey_and_the_distance_of_the_pixels()
    {
        var chart = Show(FakeRunService.Running("run", new RunSpec("content", "small", "cat", new ContentOptions { Layer = "fire" })) with
        {
            Curves = new Dictionary<string, IReadOnlyList<double>>
            {
                ["error"] = [0.9, 0.4], ["blank"] = [0.95, 0.95, 0.95], ["distance"] = [0.3, 0.2, 0.125], ["objective"] = [-1, -0.5],
            },
        });

        Assert.StartsWith("Relative error in 2 steps: last 0.4", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("a grey picture 0.95", chart.Markup, StringComparison.Ordinal);
        Assert.Contains("0.125", chart.Find("[data-testid=beside]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_layers_are_told_one_by_one()
    {
        var chart = Show(FakeRunService.Running("run", new RunSpec("content", "small", "cat", new ContentOptions { Layers = ["conv1", "fire"] })) with
        {
            Curves = new Dictionary<string, IReadOnlyList<double>>
            {
                ["error"] = [0.3], ["error.conv1"] = [0.1], ["error.fire"] = [0.5], ["distance.conv1"] = [0.01], ["distance.fire"] = [0.2],
            },
        });

        Assert.Equal(
            ["conv1 0.100 0.010", "fire 0.500 0.200"],
            chart.FindAll("[data-testid=layer-errors] tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))));
    }

    [Fact]
    public void Other_runs_show_their_objective_and_nothing_beside_it()
    {
        var chart = Show(FakeRunService.Running("run"));

        Assert.StartsWith("Objective in 3 steps", chart.Find("[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Empty(chart.FindAll("[data-testid=beside], [data-testid=reference]"));
    }

    [Fact]
    public void A_run_without_such_a_number_has_no_chart() =>
        Assert.Empty(Show(FakeRunService.Running("run") with { Curves = new Dictionary<string, IReadOnlyList<double>>() }).Markup.Trim());

    private IRenderedComponent<RunChart> Show(CnnVis.Web.Runs.RunDescription run) => Render<RunChart>(with => with.Add(c => c.Run, run));
}
