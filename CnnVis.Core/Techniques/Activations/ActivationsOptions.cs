using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CnnVis.Core.Techniques.Activations;

/// <summary>Which channels to show, and in which order.</summary>
public sealed record ActivationsOptions : TechniqueOptions
{
    /// <summary>How many channels are shown when nothing else is said.</summary>
    public const int DefaultChannels = 512;

    /// <summary>The layer's id; left out means the network's own choice.</summary>
    public string? Layer { get; init; }

    /// <summary>How many channels are shown at most: the first in the chosen order. Default 512.</summary>
    [Range(1, 1024)]
    public int Channels { get; init; } = DefaultChannels;

    /// <summary>The channels by their number, or the strongest first. Default number.</summary>
    [EnumDataType(typeof(ChannelOrder))]
    public ChannelOrder Order { get; init; } = ChannelOrder.Number;
}

/// <summary>In which order channels are shown.</summary>
public enum ChannelOrder
{
    /// <summary>As the network counts them.</summary>
    [JsonStringEnumMemberName("number")] Number,

    /// <summary>By their largest value, the largest first; equal ones by their number.</summary>
    [JsonStringEnumMemberName("strength")] Strength,
}
