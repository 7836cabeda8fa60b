using CnnVis.Core.Imaging;

namespace CnnVis.Core;

/// <summary>Numbers that lie over a picture: where something matters, and how much. Raw: not normalised, not resized.</summary>
/// <param name="Title">What it shows, for people, such as <c>Egyptian cat</c> or <c>features.12</c>.</param>
/// <param name="Values">[height, width]; the corners are the picture's corners.</param>
/// <param name="HasSign">Whether values below zero mean "against" rather than "less".</param>
public sealed record HeatMap(string Title, FloatArray Values, bool HasSign = false)
{
    /// <summary>A line of numbers or words under the map, such as <c>logit 17.2 = mean of the map</c>.</summary>
    public string? Note { get; init; }

    /// <summary>The name of the class it is a map of, or null if it is no class's.</summary>
    public string? Class { get; init; }

    /// <summary>Whether it has a number for each pixel of a picture, rather than for a layer's coarser cells.</summary>
    public bool IsPixelwise(Picture picture) => Values.Shape is [var height, var width] && (height, width) == (picture.Height, picture.Width);
}
