using System.Globalization;
using CnnVis.Core.Networks;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Components.Layers;

/// <summary>A layer in words.</summary>
internal static class LayerWords
{
    /// <summary>Such as <c>64 × 55 × 55</c>.</summary>
    public static string Shape(Layer layer) => string.Join(" × ", layer.Shape);

    /// <summary>The same with hair spaces, for a node of the map.</summary>
    public static string NarrowShape(Layer layer) => string.Join("\u200a×\u200a", layer.Shape);

    /// <summary>Such as <c>sees 15 px</c>, short enough for a node of the map.</summary>
    public static string Field(IStringLocalizer L, ReceptiveField field) => field.Size is { } size ? L["sees {0} px", size] : L["sees everything"];

    /// <summary>What one cell of the layer sees, in a sentence.</summary>
    public static string FieldSentence(IStringLocalizer L, ReceptiveField field) => field.Size is not { } size
        ? L["Each value sees the whole picture."]
        : field.Stride == 1 ? L["One cell sees {0} × {0} pixels; cells beside each other look 1 pixel apart.", size]
        : L["One cell sees {0} × {0} pixels; cells beside each other look {1} pixels apart.", size, field.Stride];

    /// <summary>The colour family of an operation, for the style sheet.</summary>
    public static string Family(string kind) => kind switch
    {
        _ when kind.Contains("convolution", StringComparison.Ordinal) => "filter",
        _ when kind.Contains("pooling", StringComparison.Ordinal) => "pool",
        _ when kind.StartsWith("ReLU", StringComparison.Ordinal) => "rectify",
        _ when kind.Contains("normalisation", StringComparison.Ordinal) => "normalise",
        "concatenation" or "addition" => "join",
        "fully connected" => "dense",
        _ => "other",
    };

    /// <summary>A value in as many digits as tell something.</summary>
    public static string Number(double value) => value.ToString(
        Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.0#", CultureInfo.InvariantCulture);
}
