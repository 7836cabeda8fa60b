using System.ComponentModel.DataAnnotations;
using CnnVis.Core.Attribution;

namespace CnnVis.Core.Techniques.GapVisualization;

/// <summary>Whose class activation maps to show.</summary>
public sealed record GapOptions : TechniqueOptions
{
    /// <summary>Classes, at most 12, or <c>top</c> for the most probable ones. Default top.</summary>
    public ClassTargets Target { get; init; } = ClassTargets.Top;

    /// <summary>How many of the most probable classes, where target is <c>top</c>. Default 4.</summary>
    [Range(1, ClassTargets.Most)]
    public int Count { get; init; } = 4;
}
