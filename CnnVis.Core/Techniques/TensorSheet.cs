using static TorchSharp.torch;

namespace CnnVis.Core.Techniques;

/// <summary>Several pictures of one size as one, in rows from the top left, with narrow white paths between them.</summary>
internal static class TensorSheet
{
    // The paths' width is this part of a picture's.
    private const int Part = 48;

    /// <summary>Lays out the pictures in as many columns as make the sheet nearly square.</summary>
    /// <param name="images">[count, 3, height, width] in 0..1.</param>
    /// <returns>[1, 3, height, width], larger, in the caller's dispose scope; the same picture for a count of 1.</returns>
    public static Tensor Of(Tensor images)
    {
        var count = (int)images.shape[0];
        if (count == 1)
        {
            return images.alias();
        }

        using var scope = NewDisposeScope();
        var columns = (int)Math.Ceiling(Math.Sqrt(count));
        var rows = (count + columns - 1) / columns;
        var (height, width) = (images.shape[2], images.shape[3]);
        var path = Math.Max(1, width / Part);
        var sheet = ones([1, 3, (rows * (height + path)) - path, (columns * (width + path)) - path], dtype: images.dtype);
        for (var i = 0; i < count; i++)
        {
            var (top, left) = (i / columns * (height + path), i % columns * (width + path));
            sheet.narrow(2, top, height).narrow(3, left, width).copy_(images.narrow(0, i, 1));
        }

        return sheet.MoveToOuterDisposeScope();
    }
}
