using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.NeuronOptimization;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>Whose favourite picture to look for.</summary>
public sealed partial class NeuronOptionsEditor
{
    private static readonly (NeuronObjective, string)[] Objectives =
    [
        (NeuronObjective.Neuron, "Neuron"), (NeuronObjective.Channel, "Channel"),
        (NeuronObjective.Layer, "Layer"), (NeuronObjective.Class, "Class"),
    ];

    private static readonly (StartKind, string)[] Starts = [(StartKind.Noise, "Noise"), (StartKind.Picture, "Picture")];

    [Parameter, EditorRequired]
    public required NetworkInfo Network { get; set; }

    [Parameter, EditorRequired]
    public required NeuronOptions Options { get; set; }

    [Parameter]
    public EventCallback<NeuronOptions> OptionsChanged { get; set; }

    private Layer Layer => LayerOf(Options);

    private int Height => (int)Layer.Shape[1];

    private int Width => (int)Layer.Shape[2];

    private string Explanation => Options.Objective switch
    {
        NeuronObjective.Neuron => "One cell of one channel: what it likes to see at its place.",
        NeuronObjective.Channel => "One feature, wherever it appears in the picture.",
        NeuronObjective.Layer => "Everything the layer can see at once.",
        _ => "What the network imagines when it thinks of a class.",
    };

    // A place that the layer lacks in a picture of this size goes back to the middle.
    private Task Set(NeuronOptions options)
    {
        var shape = LayerOf(options).Shape;
        var outside = shape.Count != 3 || options.X >= shape[2] || options.Y >= shape[1];
        return OptionsChanged.InvokeAsync(outside ? options with { X = null, Y = null } : options);
    }

    // The map's size follows the picture's.
    private Layer LayerOf(NeuronOptions options) =>
        Network.LayerAt(options.Layer ?? Network.ChannelLayer, options.Size ?? Network.VisualizationSize);

    // A channel that the new layer lacks would only be refused at the start.
    private Task TakeLayer(string id) =>
        Set(Options with { Layer = id, Channel = Math.Min(Options.Channel, Network.Layer(id).Channels - 1), X = null, Y = null });
}
