using System.Globalization;
using Bunit;
using CnnVis.Web.Components.Frames;

namespace CnnVis.Tests.Web.Components;

public sealed class ObjectiveChartTests : ComponentContext
{
    [Fact]
    public void A_long_series_is_drawn_with_200_points_and_keeps_its_ends()
    {
        var points = Points(Show(Enumerable.Range(0, 2000).Select(i => (double)i), total: 2000));

        Assert.Equal(200, points.Length);
        Assert.Equal((0, ChartPoints.Height), points[0]);
        Assert.Equal((ChartPoints.Width, 0), points[^1]);
    }

    [Fact]
    public void A_short_series_is_drawn_point_by_point_as_far_as_the_run_has_come()
    {
        var points = Points(Show([1, 3, 2], total: 5));

        Assert.Equal([(0, 200), (250, 0), (500, 100)], points);
    }

    [Fact]
    public void The_text_alternative_tells_last_lowest_and_highest()
    {
        var chart = Show([1, 3, 2.5], total: 5);

        Assert.Equal("Objective in 3 steps: last 2.5, lowest 1, highest 3", chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_reference_is_a_dashed_line_within_the_range_and_told_in_words()
    {
        var chart = Render<ObjectiveChart>(with => with
            .Add(c => c.Title, "Relative error").Add(c => c.Values, [0.5, 0.25]).Add(c => c.Total, 3)
            .Add(c => c.Reference, 1).Add(c => c.ReferenceLabel, "a grey picture"));

        Assert.Equal("0", chart.Find("[data-testid=reference]").GetAttribute("y1"));
        Assert.Equal([(0, 133.3), (500, 200)], Points(chart));
        Assert.Equal(
            "Relative error in 2 steps: last 0.25, lowest 0.25, highest 0.5; a grey picture: 1",
            chart.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 4.0, 4.0 })]
    [InlineData(new[] { 1.0, double.NaN, double.PositiveInfinity })]
    public void Nothing_flat_or_diverged_values_do_not_break_it(double[] values) =>
        Assert.DoesNotContain("NaN", Show(values, total: 10).Markup);

    private IRenderedComponent<ObjectiveChart> Show(IEnumerable<double> values, int total) =>
        Render<ObjectiveChart>(with => with.Add(c => c.Values, values.ToList()).Add(c => c.Total, total));

    private static (double, double)[] Points(IRenderedComponent<ObjectiveChart> chart) =>
        [.. chart.Find("polyline").GetAttribute("points")!.Split(' ').Select(Point)];

    private static (double, double) Point(string text) => text.Split(',') is [var x, var y]
        ? (double.Parse(x, CultureInfo.InvariantCulture), double.Parse(y, CultureInfo.InvariantCulture))
        : throw new FormatException(text);
}
