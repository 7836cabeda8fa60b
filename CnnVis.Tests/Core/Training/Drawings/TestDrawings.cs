using CnnVis.Core.Training.Drawings;

namespace CnnVis.Tests.Core.Training.Drawings;

/// <summary>Plain drawings, so that no test needs the packages.</summary>
internal static class TestDrawings
{
    /// <summary>A full square of one grey for each class.</summary>
    public static SpriteAtlas Squares(byte grey) => new([.. DrawingClass.All.Select((kind, index) => Square(index, grey))]);

    /// <summary>A full square but for the margin around it.</summary>
    public static Sprite Square(int kind, byte grey)
    {
        var pixels = new byte[4 * Sprite.Side * Sprite.Side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (plane, x, y) = (i / (Sprite.Side * Sprite.Side), i % Sprite.Side, i / Sprite.Side % Sprite.Side);
            pixels[i] = IsInside(x) && IsInside(y) ? (plane == 3 ? byte.MaxValue : grey) : (byte)0;
        }

        return new Sprite(kind, "test", $"square-{kind}", pixels);
    }

    private static bool IsInside(int at) => at is >= Sprite.Margin and < Sprite.Side - Sprite.Margin;
}
