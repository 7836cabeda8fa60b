namespace CnnVis.Core.Training;

/// <summary>Cloudy noise in 0..1: random grids, coarse to fine, smoothly enlarged and added with falling weight.</summary>
internal sealed class SoftNoise
{
    private static readonly int[] Cells = [3, 6, 12];
    private readonly double[] _values;

    public SoftNoise(Random random, int size)
    {
        _values = new double[size * size];
        var total = Cells.Sum(cells => 1.0 / cells);
        foreach (var cells in Cells)
        {
            var grid = Enumerable.Range(0, (cells + 1) * (cells + 1)).Select(_ => random.NextDouble()).ToArray();
            for (var i = 0; i < _values.Length; i++)
            {
                _values[i] += Sample(grid, cells, i % size * (double)cells / size, i / size * (double)cells / size) / cells / total;
            }
        }
    }

    /// <summary>The noise at a pixel, counted row by row.</summary>
    public double this[int pixel] => _values[pixel];

    private static double Sample(double[] grid, int cells, double x, double y)
    {
        var (column, row) = ((int)x, (int)y);
        var (right, down) = (Smooth(x - column), Smooth(y - row));
        var corner = (row * (cells + 1)) + column;
        var upper = grid[corner] + ((grid[corner + 1] - grid[corner]) * right);
        var lower = grid[corner + cells + 1] + ((grid[corner + cells + 2] - grid[corner + cells + 1]) * right);
        return upper + ((lower - upper) * down);
    }

    private static double Smooth(double t) => t * t * (3 - (2 * t));
}
