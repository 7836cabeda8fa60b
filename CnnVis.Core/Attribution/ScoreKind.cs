using System.Text.Json.Serialization;

namespace CnnVis.Core.Attribution;

/// <summary>Which number of a class is explained.</summary>
public enum ScoreKind
{
    /// <summary>The score before the softmax: it depends on this class alone.</summary>
    [JsonStringEnumMemberName("logit")] Logit,

    /// <summary>The share after the softmax: it also grows when other classes fall.</summary>
    [JsonStringEnumMemberName("probability")] Probability,
}
