namespace CnnVis.Core.Attribution;

/// <summary>A rectangle in a picture, in shares of its width and height: 0 is the left or upper edge, 1 the right or lower one.</summary>
public readonly record struct Box(double Left, double Top, double Width, double Height)
{
    /// <summary>Whether a place lies inside; the edges do.</summary>
    public bool Contains(double x, double y) => x >= Left && x <= Left + Width && y >= Top && y <= Top + Height;

    /// <summary>How much of another rectangle lies inside, 0 to 1.</summary>
    /// <param name="other">It has an area.</param>
    public double ShareOf(Box other) =>
        Overlap(Left, Width, other.Left, other.Width) * Overlap(Top, Height, other.Top, other.Height) / (other.Width * other.Height);

    private static double Overlap(double start, double length, double otherStart, double otherLength) =>
        Math.Max(0, Math.Min(start + length, otherStart + otherLength) - Math.Max(start, otherStart));
}
