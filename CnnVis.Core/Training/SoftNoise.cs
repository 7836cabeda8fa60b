namespace CnnVis.Core.Training;

/// <summary>Cloudy noise in 0..1: random grids, coarse to fine, smoothly enlarged and added with falling weight.</summary>
internal sealed class SoftNoise
{
    private static readonly int[] Cells = [3, 6, 12];
    private static readonly float Total = Cells.Sum(cells => 1f / cells);
    private readonly float[] _values;

    public SoftNoise(SplitMix random, int size)
    {
        _values = new float[size * size];
        foreach (var cells in Cells)
        {
            Add(Grid(random, cells), cells, size);
        }
    }

    /// <summary>The noise at a pixel, counted row by row.</summary>
    public float this[int pixel] => _values[pixel];

    private static float[] Grid(SplitMix random, int cells)
    {
        var grid = new float[(cells + 1) * (cells + 1)];
        for (var i = 0; i < grid.Length; i++)
        {
            grid[i] = (float)random.Next() / cells / Total;
        }

        return grid;
    }

    // Each row of pixels lies between two rows of the grid, each pixel between two of its columns.
    private void Add(float[] grid, int cells, int size)
    {
        var line = new float[cells + 1];
        for (var y = 0; y < size; y++)
        {
            var (row, down) = Place(y, cells, size);
            var corner = row * (cells + 1);
            for (var i = 0; i <= cells; i++)
            {
                line[i] = grid[corner + i] + ((grid[corner + cells + 1 + i] - grid[corner + i]) * down);
            }

            for (var x = 0; x < size; x++)
            {
                var (column, right) = Place(x, cells, size);
                _values[(y * size) + x] += line[column] + ((line[column + 1] - line[column]) * right);
            }
        }
    }

    private static (int Cell, float Share) Place(int pixel, int cells, int size)
    {
        var cell = pixel * cells / size;
        var t = ((float)pixel * cells / size) - cell;
        return (cell, t * t * (3 - (2 * t)));
    }
}
