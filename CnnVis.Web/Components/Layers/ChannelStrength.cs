using CnnVis.Core.Imaging;

namespace CnnVis.Web.Components.Layers;

/// <summary>How strongly a channel answers to the picture.</summary>
/// <param name="Channel">Its number in the layer.</param>
/// <param name="Largest">The largest of its values.</param>
/// <param name="Mean">Their mean.</param>
public sealed record ChannelStrength(int Channel, float Largest, float Mean)
{
    /// <summary>The channels of a finished run, in the order of its sheet.</summary>
    public static IReadOnlyList<ChannelStrength> Of(IReadOnlyDictionary<string, FloatArray> arrays)
    {
        var values = arrays["activations"].Values;
        var channels = arrays["channels"].Values;
        var size = values.Length / channels.Length;
        return [.. channels.Select((channel, index) => Of((int)channel, values.AsSpan(index * size, size)))];
    }

    private static ChannelStrength Of(int channel, ReadOnlySpan<float> map)
    {
        var (largest, sum) = (float.NegativeInfinity, 0.0);
        foreach (var value in map)
        {
            largest = Math.Max(largest, value);
            sum += value;
        }

        return new ChannelStrength(channel, largest, (float)(sum / map.Length));
    }
}
