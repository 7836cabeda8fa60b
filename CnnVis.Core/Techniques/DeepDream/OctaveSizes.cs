using CnnVis.Core.Networks;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>A picture's size in pixels.</summary>
internal readonly record struct PictureSize(int Height, int Width);

/// <summary>The sizes in which a picture is dreamt.</summary>
internal static class OctaveSizes
{
    /// <summary>The shortest side worth dreaming on, in pixels.</summary>
    public const int Smallest = 32;

    /// <summary>
    /// Each size is the one above divided by the scale, counted from the full one and rounded; small to large.
    /// Sizes with a side under <see cref="Smallest"/>, or too small for one of the layers, are left out.
    /// </summary>
    /// <exception cref="InvalidPictureException">Even the full size is too small.</exception>
    public static IReadOnlyList<PictureSize> For(
        PictureSize full, int octaves, double scale, NetworkGraph graph, IReadOnlyCollection<string> layers)
    {
        List<PictureSize> sizes = [.. Enumerable.Range(0, octaves)
            .Select(octave => Shrink(full, Math.Pow(scale, octave)))
            .Reverse()
            .Where(size => Fits(size, graph, layers))];
        return sizes.Count > 0 ? sizes : throw new InvalidPictureException(
            $"At this size the picture has {full.Width} x {full.Height} pixels, too few to dream on: its shorter side "
            + $"needs at least {Smallest}, and more for deep layers. Choose a larger or less narrow picture, or a larger size.");
    }

    private static PictureSize Shrink(PictureSize full, double factor) =>
        new((int)Math.Round(full.Height / factor), (int)Math.Round(full.Width / factor));

    /// <summary>Whether a picture of this size can be dreamt on.</summary>
    public static bool Fits(PictureSize size, NetworkGraph graph, IReadOnlyCollection<string> layers) =>
        Math.Min(size.Height, size.Width) >= Smallest
        && graph.Layers(size.Height, size.Width).Where(l => layers.Contains(l.Id)).All(l => l.Shape.All(side => side > 0));
}
