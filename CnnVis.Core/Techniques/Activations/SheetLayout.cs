namespace CnnVis.Core.Techniques.Activations;

/// <summary>
/// Where each tile of a sheet lies. A cell is a tile with half a gap all round, so that cells fill the sheet evenly and
/// a page can lay its own grid over it.
/// </summary>
/// <param name="Count">Tiles, at least 1; they fill rows from the top left.</param>
/// <param name="Columns">Cells in a row.</param>
/// <param name="TileHeight">In pixels.</param>
/// <param name="TileWidth">In pixels.</param>
/// <param name="Gap">Between two tiles, in pixels; even.</param>
public sealed record SheetLayout(int Count, int Columns, int TileHeight, int TileWidth, int Gap)
{
    // Twelve tiles beside each other are as small as a finger on a telephone can still hit.
    private const int MostColumns = 12;
    private const int LargestTile = 128;
    private const int UsualWidth = 1024;
    private const int UsualGap = 4;

    /// <summary>Rows of cells; the last one may not be full.</summary>
    public int Rows => (Count + Columns - 1) / Columns;

    /// <summary>The sheet's width in pixels.</summary>
    public int Width => Columns * (TileWidth + Gap);

    /// <summary>The sheet's height in pixels.</summary>
    public int Height => Rows * (TileHeight + Gap);

    /// <summary>The sheet for so many maps: nearly square up to twelve columns, small maps enlarged by a whole number.</summary>
    /// <param name="count">Maps, at least 1.</param>
    /// <param name="height">Of each map in cells, at least 1.</param>
    /// <param name="width">Of each map in cells, at least 1.</param>
    public static SheetLayout For(int count, int height, int width)
    {
        var columns = Math.Min(MostColumns, (int)Math.Ceiling(Math.Sqrt(count)));
        var tile = Math.Min(LargestTile, UsualWidth / columns);
        var longer = Math.Max(height, width);
        return longer <= tile
            ? new(count, columns, height * (tile / longer), width * (tile / longer), UsualGap)
            : new(count, columns, Shrunk(height), Shrunk(width), UsualGap);

        int Shrunk(int side) => Math.Max(1, side * tile / longer);
    }

    /// <summary>The top left pixel of a tile.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public (int X, int Y) TopLeft(int index) =>
        ((Gap / 2) + (index % Columns * (TileWidth + Gap)), (Gap / 2) + (index / Columns * (TileHeight + Gap)));
}
