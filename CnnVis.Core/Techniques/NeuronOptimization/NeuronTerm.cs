namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>One of several things that a picture is optimised for at once.</summary>
public sealed record NeuronTerm
{
    /// <summary>What grows: one neuron, a channel's mean, a layer's energy, or a class. Default channel.</summary>
    public NeuronObjective Objective { get; init; } = NeuronObjective.Channel;

    /// <summary>The layer's id; left out means the network's own choice. Not used for a class.</summary>
    public string? Layer { get; init; }

    /// <summary>The channel of the layer. Default 0.</summary>
    public int Channel { get; init; }

    /// <summary>The neuron's column in the layer's map; left out means the middle.</summary>
    public int? X { get; init; }

    /// <summary>The neuron's row in the layer's map; left out means the middle.</summary>
    public int? Y { get; init; }

    /// <summary>The class, for the objective class. Default 0.</summary>
    public int Target { get; init; }

    /// <summary>Its share; a negative one is avoided. -100 to 100. Default 1.</summary>
    public double Weight { get; init; } = 1;
}
