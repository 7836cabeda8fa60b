using CnnVis.Core.Imaging;

namespace CnnVis.Core.Attribution;

/// <summary>Where an object is known to be in a picture, in its pixels.</summary>
/// <param name="Names">What networks may call its class; the first one is for people.</param>
/// <param name="Left">Pixels to its left.</param>
/// <param name="Top">Pixels above it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record KnownBox(IReadOnlyList<string> Names, int Left, int Top, int Width, int Height)
{
    /// <summary>What is seen of it in the square in the picture's middle, where every network looks, or null if nothing is.</summary>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    public SeenObject? InSquare(int width, int height)
    {
        var side = Math.Min(width, height);
        var (left, seenWidth) = Seen(Left, Width, PictureResizer.Margin(width, side), side);
        var (top, seenHeight) = Seen(Top, Height, PictureResizer.Margin(height, side), side);
        return seenWidth > 0 && seenHeight > 0 ? new SeenObject(Names, new Box(left, top, seenWidth, seenHeight)) : null;
    }

    private static (double Start, double Length) Seen(int start, int length, int margin, int side)
    {
        var (first, last) = (Math.Max(start - margin, 0), Math.Min(start + length - margin, side));
        return ((double)first / side, (double)(last - first) / side);
    }
}
