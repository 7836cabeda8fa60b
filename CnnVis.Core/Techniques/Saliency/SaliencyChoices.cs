using System.Text.Json.Serialization;

namespace CnnVis.Core.Techniques.Saliency;

/// <summary>How a score is attributed to the pixels.</summary>
public enum SaliencyMethod
{
    /// <summary>The gradient itself.</summary>
    [JsonStringEnumMemberName("gradient")] Gradient,

    /// <summary>The gradient times the preprocessed input.</summary>
    [JsonStringEnumMemberName("input-x-gradient")] InputXGradient,

    /// <summary>The mean gradient of noisy copies of the picture.</summary>
    [JsonStringEnumMemberName("smoothgrad")] SmoothGrad,

    /// <summary>The mean gradient on the way from a blank picture, times the way.</summary>
    [JsonStringEnumMemberName("integrated-gradients")] IntegratedGradients,

    /// <summary>The gradient, of which each ReLU passes only what is positive.</summary>
    [JsonStringEnumMemberName("guided-backprop")] GuidedBackprop,

    /// <summary>How much the score falls when a patch is covered.</summary>
    [JsonStringEnumMemberName("occlusion")] Occlusion,
}

/// <summary>How three colours become one number per pixel.</summary>
public enum ColourReduction
{
    /// <summary>The largest magnitude (Simonyan et al. 2013).</summary>
    [JsonStringEnumMemberName("max-abs")] MaxAbs,

    /// <summary>The sum of the magnitudes.</summary>
    [JsonStringEnumMemberName("sum-abs")] SumAbs,

    /// <summary>The sum: what speaks for the score is positive, what speaks against it negative.</summary>
    [JsonStringEnumMemberName("signed")] Sum,
}

/// <summary>Where on the way integrated gradients look, and what each look counts.</summary>
public enum IntegrationRule
{
    /// <summary>Gauss and Legendre's places, exact for polynomials of degree 2n - 1.</summary>
    [JsonStringEnumMemberName("gauss-legendre")] GaussLegendre,

    /// <summary>Evenly spread places, both ends counting half.</summary>
    [JsonStringEnumMemberName("trapezoid")] Trapezoid,
}
