using CnnVis.Core.Techniques.Activations;

namespace CnnVis.Tests.Core.Techniques.Activations;

public sealed class SheetLayoutTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 2, 2)]
    [InlineData(24, 5, 5)]
    [InlineData(64, 8, 8)]
    [InlineData(512, 12, 43)]
    public void A_sheet_is_nearly_square_and_never_wider_than_twelve(int count, int columns, int rows)
    {
        var layout = SheetLayout.For(count, 13, 13);

        Assert.Equal((columns, rows), (layout.Columns, layout.Rows));
    }

    [Theory]
    [InlineData(512, 13, 13, 78, 78)] // six pixels a cell
    [InlineData(64, 111, 111, 111, 111)]
    [InlineData(64, 224, 112, 128, 64)] // shrunk, in proportion
    [InlineData(10, 1, 1, 128, 128)]
    [InlineData(1, 4096, 1, 128, 1)]
    public void A_map_keeps_its_proportions(int count, int height, int width, int tileHeight, int tileWidth)
    {
        var layout = SheetLayout.For(count, height, width);

        Assert.Equal((tileHeight, tileWidth), (layout.TileHeight, layout.TileWidth));
    }

    [Theory]
    [InlineData(5, 10, 12)]
    [InlineData(17, 7, 7)]
    public void Tiles_lie_inside_the_sheet_and_none_over_another(int count, int height, int width)
    {
        var layout = SheetLayout.For(count, height, width);
        var taken = new HashSet<(int, int)>();

        foreach (var (left, top) in Enumerable.Range(0, count).Select(layout.TopLeft))
        {
            Assert.InRange(left, 0, layout.Width - layout.TileWidth);
            Assert.InRange(top, 0, layout.Height - layout.TileHeight);
            for (var pixel = 0; pixel < layout.TileWidth * layout.TileHeight; pixel++)
            {
                Assert.True(taken.Add((left + (pixel % layout.TileWidth), top + (pixel / layout.TileWidth))));
            }
        }
    }
}
