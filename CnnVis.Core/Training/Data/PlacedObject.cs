namespace CnnVis.Core.Training.Data;

/// <summary>Something in a picture whose place is known.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Box">The smallest upright rectangle around it.</param>
public readonly record struct PlacedObject(int Class, PixelBox Box);

/// <summary>An upright rectangle in pixels; the first pixel reaches from 0 to 1.</summary>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Right">Its right edge.</param>
/// <param name="Bottom">Its lower edge.</param>
public readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Whether a point lies inside.</summary>
    public bool Contains(double x, double y) => x >= Left && x < Right && y >= Top && y < Bottom;
}
