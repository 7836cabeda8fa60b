using System.ComponentModel.DataAnnotations;
using CnnVis.Core.Attribution;

namespace CnnVis.Core.Techniques.Saliency;

/// <summary>Which score to attribute to the pixels, and how. What is left out gets its default.</summary>
public sealed record SaliencyOptions : TechniqueOptions
{
    /// <summary>The method. Default gradient.</summary>
    [EnumDataType(typeof(SaliencyMethod))]
    public SaliencyMethod Method { get; init; } = SaliencyMethod.Gradient;

    /// <summary>The class, or <c>top</c> for the most probable one. Default top.</summary>
    public ClassTargets Target { get; init; } = ClassTargets.Top;

    /// <summary>With a layer, the mean of that layer is explained instead of a class.</summary>
    public string? Layer { get; init; }

    /// <summary>Which number of the class is explained. Default logit.</summary>
    [EnumDataType(typeof(ScoreKind))]
    public ScoreKind Score { get; init; } = ScoreKind.Logit;

    /// <summary>How the colours of a pixel become one number. Default max-abs.</summary>
    [EnumDataType(typeof(ColourReduction))]
    public ColourReduction Reduction { get; init; } = ColourReduction.MaxAbs;

    /// <summary>Noisy copies of SmoothGrad. Default 50.</summary>
    [Range(1, 500)]
    public int Samples { get; init; } = 50;

    /// <summary>SmoothGrad's noise: its standard deviation as a share of the input's range. Default 0.15.</summary>
    [Range(0.0, 1.0)]
    public double Noise { get; init; } = 0.15;

    /// <summary>Places at which integrated gradients look. Default 50.</summary>
    [Range(2, 500)]
    public int Steps { get; init; } = 50;

    /// <summary>How integrated gradients spread these places. Default gauss-legendre.</summary>
    [EnumDataType(typeof(IntegrationRule))]
    public IntegrationRule Rule { get; init; } = IntegrationRule.GaussLegendre;

    /// <summary>The side of occlusion's square patch in pixels; left out means a seventh of the picture.</summary>
    [Range(1, 512)]
    public int? Window { get; init; }

    /// <summary>How far the patch moves each time, in pixels; left out means half its side.</summary>
    [Range(1, 512)]
    public int? Stride { get; init; }
}
