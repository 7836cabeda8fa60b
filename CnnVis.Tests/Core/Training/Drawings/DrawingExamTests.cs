using CnnVis.Core.Training.Drawings;
using TorchSharp;
using static TorchSharp.torch;

namespace CnnVis.Tests.Core.Training.Drawings;

public class DrawingExamTests
{
    [Fact]
    public void The_box_is_the_smallest_rectangle_around_what_is_covered_by_more_than_half()
    {
        using var scope = NewDisposeScope();
        var cover = zeros(1, 1, 5, 6);
        cover[0, 0, 1, 2] = 0.9;
        cover[0, 0, 3, 4] = 0.6;
        cover[0, 0, 0, 0] = 0.4;

        var box = DrawingExam.Box(cover);

        Assert.Equal(9, box.sum().ToInt64());
        Assert.Equal(9, box[0, 0, 1..4, 2..5].sum().ToInt64());
    }

    [Fact]
    public void Nothing_covered_has_no_box()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, DrawingExam.Box(zeros(1, 1, 4, 4)).sum().ToInt64());
    }
}
