using CnnVis.Core.Imaging;

namespace CnnVis.Core.Training.Lab;

/// <summary>Small pictures side by side.</summary>
internal static class PictureStrip
{
    /// <param name="pictures">All of one size.</param>
    /// <param name="gap">White pixels between them, before they are enlarged.</param>
    /// <param name="factor">How many pixels each becomes, each way.</param>
    public static Picture Of(IReadOnlyList<Picture> pictures, int gap, int factor)
    {
        var (height, step) = (pictures[0].Height, pictures[0].Width + gap);
        var width = (pictures.Count * step) - gap;
        var rgb = new byte[3 * width * height * factor * factor];
        for (var i = 0; i < rgb.Length / 3; i++)
        {
            var (x, y) = (i % (width * factor) / factor, i / (width * factor) / factor);
            for (var colour = 0; colour < 3; colour++)
            {
                rgb[(3 * i) + colour] = x % step < pictures[0].Width
                    ? pictures[x / step].Rgb[(3 * ((y * pictures[0].Width) + (x % step))) + colour]
                    : (byte)255;
            }
        }

        return new Picture(width * factor, height * factor, rgb);
    }
}
