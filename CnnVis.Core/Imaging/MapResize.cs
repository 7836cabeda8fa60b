namespace CnnVis.Core.Imaging;

/// <summary>How a coarse map is brought to the size of its picture.</summary>
public enum MapResize
{
    /// <summary>Between the centres of cells, bilinear: pixel centres at (i + 0.5) · cells / pixels - 0.5. The usual rule.</summary>
    Bilinear,

    /// <summary>Bilinear with the first and last cells' centres at the picture's first and last pixels: i · (cells - 1) / (pixels - 1).</summary>
    BilinearAligned,

    /// <summary>Each pixel takes the cell it lies in: shows the cells the network really has.</summary>
    Nearest,
}
