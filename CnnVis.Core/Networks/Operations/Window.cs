namespace CnnVis.Core.Networks.Operations;

/// <summary>What each cell of a result is computed from: a square of the input's cells.</summary>
/// <param name="Kernel">The square's side in cells; null means the whole input, whatever its size.</param>
/// <param name="Stride">How far apart neighbouring cells' squares are, in cells of the input.</param>
public readonly record struct Window(int? Kernel, int Stride = 1)
{
    /// <summary>Only the cell at its own place.</summary>
    public static Window Cell { get; } = new(1);

    /// <summary>All cells of the input.</summary>
    public static Window Whole { get; } = new(null);
}
