using System.Text.Json.Serialization;

namespace CnnVis.Core.Techniques;

/// <summary>What the optimiser changes.</summary>
public enum ParameterizationKind
{
    /// <summary>The picture's Fourier spectrum: coarse and fine structure grow alike.</summary>
    [JsonStringEnumMemberName("fourier")] Fourier,

    /// <summary>Each pixel for itself.</summary>
    [JsonStringEnumMemberName("pixels")] Pixels,
}

/// <summary>Where the optimisation starts.</summary>
public enum StartKind
{
    /// <summary>Faint random noise around grey.</summary>
    [JsonStringEnumMemberName("noise")] Noise,

    /// <summary>Mid grey everywhere.</summary>
    [JsonStringEnumMemberName("grey")] Grey,

    /// <summary>The chosen picture.</summary>
    [JsonStringEnumMemberName("picture")] Picture,
}
