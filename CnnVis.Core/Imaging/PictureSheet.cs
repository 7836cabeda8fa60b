namespace CnnVis.Core.Imaging;

/// <summary>Several pictures as one.</summary>
public static class PictureSheet
{
    private const int Gap = 4;

    /// <summary>How many stand in a row, so that the sheet is about as wide as a screen.</summary>
    public static int Columns(int pictures) => pictures switch { <= 1 => 1, 2 or 4 => 2, <= 9 => 3, _ => 4 };

    /// <summary>The pictures in rows from the top left, with a thin white line between.</summary>
    /// <param name="pictures">At least one, all of one size.</param>
    public static Picture Of(IReadOnlyList<Picture> pictures) => Of(pictures, Columns(pictures.Count));

    /// <summary>The pictures in rows of so many.</summary>
    /// <param name="pictures">At least one, all of one size.</param>
    /// <param name="columns">At least 1.</param>
    public static Picture Of(IReadOnlyList<Picture> pictures, int columns)
    {
        if (pictures is [var only])
        {
            return only;
        }

        var (width, height) = (pictures[0].Width, pictures[0].Height);
        var rows = (pictures.Count + columns - 1) / columns;
        var (sheetWidth, sheetHeight) = (((width + Gap) * columns) - Gap, ((height + Gap) * rows) - Gap);
        var rgb = new byte[3 * sheetWidth * sheetHeight];
        rgb.AsSpan().Fill(255);
        for (var i = 0; i < pictures.Count; i++)
        {
            var (left, top) = (i % columns * (width + Gap), i / columns * (height + Gap));
            for (var y = 0; y < height; y++)
            {
                pictures[i].Rgb.AsSpan(3 * y * width, 3 * width).CopyTo(rgb.AsSpan(3 * (((top + y) * sheetWidth) + left)));
            }
        }

        return new Picture(sheetWidth, sheetHeight, rgb);
    }
}
