using System.ComponentModel.DataAnnotations;
using CnnVis.Core.Attribution;

namespace CnnVis.Core.Techniques.Saliency;

/// <summary>Which score to attribute to the pixels, and how. What is left out gets its default.</summary>
public sealed record SaliencyOptions : TechniqueOptions
{
    /// <summary>The method. Default gradient.</summary>
    [EnumDataType(typeof(SaliencyMethod), ErrorMessage = "method must be gradient, input-x-gradient, smoothgrad, integrated-gradients, guided-backprop or occlusion.")]
    public SaliencyMethod Method { get; init; } = SaliencyMethod.Gradient;

    /// <summary>The class, or <c>top</c> for the most probable one. Default top.</summary>
    public ClassTargets Target { get; init; } = ClassTargets.Top;

    /// <summary>With a layer, the mean of that layer is explained instead of a class.</summary>
    public string? Layer { get; init; }

    /// <summary>Which number of the class is explained. Default logit.</summary>
    [EnumDataType(typeof(ScoreKind), ErrorMessage = "score must be logit or probability.")]
    public ScoreKind Score { get; init; } = ScoreKind.Logit;

    /// <summary>How the colours of a pixel become one number. Default max-abs.</summary>
    [EnumDataType(typeof(ColourReduction), ErrorMessage = "reduction must be max-abs, sum-abs or signed.")]
    public ColourReduction Reduction { get; init; } = ColourReduction.MaxAbs;

    /// <summary>Noisy copies of SmoothGrad. Default 50.</summary>
    [Range(1, 500, ErrorMessage = "samples must be 1 to 500.")]
    public int Samples { get; init; } = 50;

    /// <summary>SmoothGrad's noise: its standard deviation as a share of the input's range. Default 0.15.</summary>
    [Range(0.0, 1.0, ErrorMessage = "noise must be 0 to 1.")]
    public double Noise { get; init; } = 0.15;

    /// <summary>Places at which integrated gradients look. Default 50.</summary>
    [Range(2, 500, ErrorMessage = "steps must be 2 to 500.")]
    public int Steps { get; init; } = 50;

    /// <summary>How integrated gradients spread these places. Default gauss-legendre.</summary>
    [EnumDataType(typeof(IntegrationRule), ErrorMessage = "rule must be gauss-legendre or trapezoid.")]
    public IntegrationRule Rule { get; init; } = IntegrationRule.GaussLegendre;

    /// <summary>The side of occlusion's square patch in pixels; left out means a seventh of the picture.</summary>
    [Range(1, 512, ErrorMessage = "window must be 1 to 512.")]
    public int? Window { get; init; }

    /// <summary>How far the patch moves each time, in pixels; left out means half its side.</summary>
    [Range(1, 512, ErrorMessage = "stride must be 1 to 512.")]
    public int? Stride { get; init; }
}
