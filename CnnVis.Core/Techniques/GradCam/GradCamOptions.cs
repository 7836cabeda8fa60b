using System.ComponentModel.DataAnnotations;
using CnnVis.Core.Attribution;

namespace CnnVis.Core.Techniques.GradCam;

/// <summary>Which classes to look for, in which layer, and how. What is left out gets its default.</summary>
public sealed record GradCamOptions : TechniqueOptions
{
    /// <summary>The word for the network's last maps before its head.</summary>
    public const string Auto = "auto";

    /// <summary>The word for a series of layers from early to late, one for each size of map.</summary>
    public const string Sweep = "sweep";

    /// <summary>The method. Default grad-cam.</summary>
    [EnumDataType(typeof(CamMethod))]
    public CamMethod Method { get; init; } = CamMethod.GradCam;

    /// <summary>A layer's id, <c>auto</c> for the last maps before the head, or <c>sweep</c> for one layer of each size. Default auto.</summary>
    public string Layer { get; init; } = Auto;

    /// <summary>Classes, at most 12, or <c>top</c> for the most probable one. Default top.</summary>
    public ClassTargets Target { get; init; } = ClassTargets.Top;

    /// <summary>Which number of the class is explained. Default logit.</summary>
    [EnumDataType(typeof(ScoreKind))]
    public ScoreKind Score { get; init; } = ScoreKind.Logit;

    /// <summary>Whether what speaks against the class is cut off at zero. Default true.</summary>
    public bool Relu { get; init; } = true;

    /// <summary>Whether the map is multiplied with guided backpropagation: guided Grad-CAM. Default false.</summary>
    public bool Guided { get; init; }

    /// <summary>How guided Grad-CAM enlarges the map. Default bilinear.</summary>
    [EnumDataType(typeof(Upsampling))]
    public Upsampling Upsampling { get; init; } = Upsampling.Bilinear;
}
