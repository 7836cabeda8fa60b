using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;

namespace CnnVis.Tests.Core.Attribution;

public sealed class PointingGameTests
{
    private static readonly Box UpperLeft = new(0, 0, 0.5, 0.5);
    private static readonly Box LowerRight = new(0.5, 0.5, 0.5, 0.5);

    [Fact]
    public void The_hottest_cells_middle_is_the_spot_and_hits_in_its_box() =>
        Assert.Equal(new PointingResult(0.75, 0.75, IsHit: true, EnergyShare: 0.6), Play([1, 1, 2, 6], LowerRight));

    [Fact]
    public void Elsewhere_it_misses_whatever_heat_lies_in_the_box() =>
        Assert.Equal(new PointingResult(0.25, 0.75, IsHit: false, EnergyShare: 0.25), Play([2, 1, 3, 2], UpperLeft));

    [Fact]
    public void A_cell_that_lies_half_in_a_box_gives_half_of_its_heat() =>
        Assert.Equal(0.5 * 4 / 5, Play([4, 1, 0, 0], new Box(0, 0, 0.25, 0.5))!.EnergyShare, 1e-12);

    [Fact]
    public void What_speaks_against_the_class_and_what_is_no_number_is_no_heat() =>
        Assert.Equal(new PointingResult(0.75, 0.25, IsHit: false, EnergyShare: 0), Play([-9, 1, float.PositiveInfinity, float.NaN], UpperLeft));

    [Fact]
    public void Any_of_several_boxes_will_do_and_their_heat_adds_up() =>
        Assert.Equal(new PointingResult(0.75, 0.75, IsHit: true, EnergyShare: 0.8), Play([1, 1, 1, 7], UpperLeft, LowerRight));

    [Fact]
    public void Of_equal_maxima_the_first_counts() => Assert.True(Play([3, 3, 3, 3], UpperLeft)!.IsHit);

    [Fact]
    public void Without_heat_nobody_plays() => Assert.Null(Play([0, -1, -2, 0], UpperLeft));

    private static PointingResult? Play(float[] map, params Box[] boxes) => PointingGame.Play(new FloatArray([2, 2], map), boxes);
}
