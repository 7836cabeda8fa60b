namespace CnnVis.Core.Training.Drawings;

/// <summary>A drawing cut out along its outline.</summary>
/// <param name="Class">The index of its class in <see cref="DrawingClass.All"/>.</param>
/// <param name="Set">The style's id.</param>
/// <param name="Name">What its set calls it.</param>
/// <param name="Pixels">[4, side, side]: red, green, blue, all times alpha, and alpha, 0 to 255.</param>
public sealed record Sprite(int Class, string Set, string Name, byte[] Pixels)
{
    /// <summary>The side of every sprite in pixels.</summary>
    public const int Side = 128;

    /// <summary>The empty pixels around the drawing's longer side.</summary>
    public const int Margin = 2;
}
