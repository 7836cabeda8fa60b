using System.Text.Json.Serialization;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>What the picture is optimised for.</summary>
public enum NeuronObjective
{
    /// <summary>One cell of one channel.</summary>
    [JsonStringEnumMemberName("neuron")] Neuron,

    /// <summary>The mean of one channel.</summary>
    [JsonStringEnumMemberName("channel")] Channel,

    /// <summary>The mean square of a whole layer.</summary>
    [JsonStringEnumMemberName("layer")] Layer,

    /// <summary>The score of one class before the softmax.</summary>
    [JsonStringEnumMemberName("class")] Class,
}

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

    /// <summary>The chosen picture.</summary>
    [JsonStringEnumMemberName("picture")] Picture,
}
