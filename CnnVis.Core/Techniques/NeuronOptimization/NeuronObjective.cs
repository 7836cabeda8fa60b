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
