using CnnVis.Core.Imaging;
using static TorchSharp.torch;

namespace CnnVis.Core.Techniques.Activations;

/// <summary>Draws maps as tiles of one picture, all on one scale.</summary>
internal static class ChannelSheet
{
    /// <param name="maps">[channels, height, width]; it stays the caller's.</param>
    /// <param name="largest">The value that is brightest. Zero, and what is below it, is black.</param>
    public static Picture Draw(Tensor maps, float largest)
    {
        using var scope = NewDisposeScope();
        var layout = SheetLayout.For((int)maps.shape[0], (int)maps.shape[1], (int)maps.shape[2]);
        var tiles = PictureTensors.ToFloatArray(Fit(maps, layout)).Values;
        var rgb = new byte[3 * layout.Width * layout.Height];
        Fill(rgb);
        for (var i = 0; i < tiles.Length; i++)
        {
            Put(rgb, PlaceOf(i, layout), SheetColours.Of(largest > 0 ? tiles[i] / largest : 0));
        }

        return new Picture(layout.Width, layout.Height, rgb);
    }

    // Enlarged, a cell stays a square of one colour; shrunk, a pixel is the mean of the cells it covers.
    private static Tensor Fit(Tensor maps, SheetLayout layout)
    {
        var batch = maps.unsqueeze(0);
        long[] size = [layout.TileHeight, layout.TileWidth];
        return layout.TileHeight < maps.shape[1] || layout.TileWidth < maps.shape[2]
            ? nn.functional.adaptive_avg_pool2d(batch, size)
            : nn.functional.interpolate(batch, size, mode: InterpolationMode.Nearest);
    }

    private static int PlaceOf(int value, SheetLayout layout)
    {
        var (row, x) = Math.DivRem(value, layout.TileWidth);
        var (tile, y) = Math.DivRem(row, layout.TileHeight);
        var (left, top) = layout.TopLeft(tile);
        return ((top + y) * layout.Width) + left + x;
    }

    private static void Fill(byte[] rgb)
    {
        for (var pixel = 0; pixel < rgb.Length / 3; pixel++)
        {
            Put(rgb, pixel, SheetColours.Gap);
        }
    }

    private static void Put(byte[] rgb, int pixel, (byte R, byte G, byte B) colour) =>
        (rgb[3 * pixel], rgb[(3 * pixel) + 1], rgb[(3 * pixel) + 2]) = colour;
}
