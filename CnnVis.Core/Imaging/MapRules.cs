namespace CnnVis.Core.Imaging;

/// <summary>
/// What happens to a raw map on its way to the eye, in this order: ReLU, scale, size, colour. Scaling comes before
/// resizing so that the ends of the scale are numbers of the map itself.
/// </summary>
public sealed record MapRules
{
    /// <summary>Whether numbers below zero mean "against" rather than "less".</summary>
    public bool HasSign { get; init; }

    /// <summary>Whether numbers below zero become zero first.</summary>
    public bool Relu { get; init; }

    /// <summary>Which numbers become 0 and 1.</summary>
    public MapNormalization Normalization { get; init; }

    /// <summary>How the map is brought to the picture's size.</summary>
    public MapResize Resize { get; init; }

    /// <summary>
    /// The usual rules: nothing cut, symmetric for maps with a sign and divided by the largest for others, bilinear.
    /// </summary>
    /// <param name="hasSign">Whether numbers below zero mean "against".</param>
    /// <param name="isPixelwise">
    /// Whether the map has a number for each pixel, as attributions have: a few of them are so much larger than the
    /// rest that the scale ends at the 99th percentile.
    /// </param>
    public static MapRules Usual(bool hasSign, bool isPixelwise = false) => new()
    {
        HasSign = hasSign,
        Normalization = isPixelwise ? MapNormalization.Percentile99
            : hasSign ? MapNormalization.Symmetric : MapNormalization.ByMax,
    };

    /// <summary>Whether both signs are left to be seen.</summary>
    public bool ShowsSign => HasSign && !Relu;
}
