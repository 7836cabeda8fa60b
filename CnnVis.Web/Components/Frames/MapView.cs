using CnnVis.Core.Imaging;

namespace CnnVis.Web.Components.Frames;

/// <summary>What is seen of picture and map.</summary>
public enum MapMode
{
    Overlay,
    Map,
    Picture,
}

/// <summary>How maps are looked at. Changing it needs no new run: the browser has the raw numbers.</summary>
public sealed record MapView
{
    /// <summary>The colour map's id, or null for the usual one: two-sided for maps with a sign.</summary>
    public string? Colours { get; init; }

    /// <summary>The map's share in each pixel of the overlay, 0 to 1.</summary>
    public double Opacity { get; init; } = HeatMapDisplay.UsualOpacity;

    public MapMode Mode { get; init; }

    /// <summary>Whether several maps share one scale, so that their strengths compare.</summary>
    public bool CommonScale { get; init; }

    /// <summary>What becomes 0 and 1, or null for the usual rule.</summary>
    public MapNormalization? Normalization { get; init; }

    /// <summary>Whether numbers below zero become zero first.</summary>
    public bool Relu { get; init; }

    public MapResize Resize { get; init; }

    /// <summary>Whether known boxes are drawn, and the pointing game is played.</summary>
    public bool Boxes { get; init; }

    /// <summary>The same view in the address of a saved result.</summary>
    public string Query
    {
        get
        {
            var look = Mode == MapMode.Map ? "overlay=false"
                : FormattableString.Invariant($"opacity={(Mode == MapMode.Picture ? 0 : Opacity)}");
            return $"?{look}&common={(CommonScale ? "true" : "false")}{(Colours is null ? "" : $"&map={Colours}")}";
        }
    }

    /// <summary>The colours for a map.</summary>
    /// <param name="showsSign">Whether both signs are there to be seen.</param>
    public ColourMap ColoursFor(bool showsSign) => Colours is { } id ? ColourMap.Find(id) : ColourMap.Usual(showsSign);

    /// <summary>The rules for a map.</summary>
    /// <param name="hasSign">Whether its numbers below zero mean "against".</param>
    /// <param name="isPixelwise">Whether it has a number for each pixel.</param>
    public MapRules RulesFor(bool hasSign, bool isPixelwise)
    {
        var rules = MapRules.Usual(hasSign && !Relu, isPixelwise) with { HasSign = hasSign, Relu = Relu, Resize = Resize };
        return Normalization is { } chosen ? rules with { Normalization = chosen } : rules;
    }
}
