using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Training.Lab;

namespace CnnVis.Tests.Core.Training.Lab;

public class PointingScoreTests
{
    // Of 4 by 4 cells the third in the second row is the hottest: from .5 to .75 across and .25 to .5 down.
    private static readonly FloatArray Map = new([4, 4], [0, 0, 0, 0, -9, 1, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0]);

    [Theory]
    [InlineData(0.55, 0.3, 1)] // within the cell
    [InlineData(0.75, 0.5, 1)] // touching its corner
    [InlineData(0.77, 0.3, 0)]
    [InlineData(0.55, 0.52, 0)]
    public void A_hit_is_a_hottest_cell_that_touches_the_box(double left, double top, double share)
    {
        var scores = new Dictionary<string, double>();
        var score = new PointingScore();

        score.Play(Map, new Box(left, top, 0.1, 0.1));
        score.Tell("pointing", scores);

        Assert.Equal(share, scores["pointing"]);
    }

    [Fact]
    public void A_map_without_heat_has_not_won()
    {
        var scores = new Dictionary<string, double>();
        var score = new PointingScore();

        score.Play(Map, new Box(0, 0, 1, 1));
        score.Play(new FloatArray([4, 4], [.. Enumerable.Repeat(-1f, 16)]), new Box(0, 0, 1, 1));
        score.Tell("pointing", scores);

        Assert.Equal(0.5, scores["pointing"]);
    }

    [Fact]
    public void Nothing_is_told_where_it_was_not_played()
    {
        var scores = new Dictionary<string, double>();

        new PointingScore().Tell("pointing", scores);

        Assert.Empty(scores);
    }
}
