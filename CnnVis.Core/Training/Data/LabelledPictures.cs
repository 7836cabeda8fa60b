using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Data;

/// <summary>Square pictures with their classes in managed memory, 8 bits a value.</summary>
/// <param name="count">How many.</param>
/// <param name="channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="side">Pixels a side.</param>
public sealed class LabelledPictures(int count, int channels, int side)
{
    /// <summary>How many.</summary>
    public int Count { get; } = count;

    /// <summary>1 for grey, 3 for red, green and blue.</summary>
    public int Channels { get; } = channels;

    /// <summary>Pixels a side.</summary>
    public int Side { get; } = side;

    /// <summary>[count, channels, side, side], 0 to 255.</summary>
    public byte[] Pixels { get; } = new byte[count * channels * side * side];

    /// <summary>[count], the class of each; of two things the first one's.</summary>
    public byte[] Classes { get; } = new byte[count];

    /// <summary>What is where in each picture, or null where nobody knows.</summary>
    public PlacedObject[][]? Objects { get; init; }

    /// <summary>The bytes of one picture, [channels, side, side].</summary>
    public Span<byte> this[int index] => Pixels.AsSpan(index * Length, Length);

    /// <summary>How many bytes a picture has.</summary>
    public int Length => Channels * Side * Side;

    /// <summary>One picture; grey ones have three equal colours.</summary>
    public Picture Picture(int index)
    {
        var pixels = this[index];
        var plane = Side * Side;
        var rgb = new byte[3 * plane];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = pixels[(Channels == 3 ? i % 3 * plane : 0) + (i / 3)];
        }

        return new Picture(Side, Side, rgb);
    }
}
