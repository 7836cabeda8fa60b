using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.NeuronOptimization;
using Microsoft.AspNetCore.Components;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>Whose favourite picture to look for.</summary>
public sealed partial class NeuronTermEditor
{
    private static readonly (NeuronObjective, string)[] Objectives =
    [
        (NeuronObjective.Neuron, Key("Neuron")), (NeuronObjective.Channel, Key("Channel")),
        (NeuronObjective.Layer, Key("Layer")), (NeuronObjective.Class, Key("Class")),
    ];

    [Parameter, EditorRequired]
    public required NetworkInfo Network { get; set; }

    /// <summary>The sides of the picture in pixels, which decide how many neurons a map has.</summary>
    [Parameter, EditorRequired]
    public required int Size { get; set; }

    [Parameter, EditorRequired]
    public required NeuronTerm Term { get; set; }

    [Parameter]
    public EventCallback<NeuronTerm> TermChanged { get; set; }

    [Parameter]
    public string? Label { get; set; }

    /// <summary>Tells the fields of several terms apart in tests.</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    private Layer Layer => LayerOf(Term, Network, Size);

    private int Height => (int)Layer.Shape[1];

    private int Width => (int)Layer.Shape[2];

    private string Explanation => Term.Objective switch
    {
        NeuronObjective.Neuron => L["One cell of one channel: what it likes to see at its place."],
        NeuronObjective.Channel => L["One feature, wherever it appears in the picture."],
        NeuronObjective.Layer => L["Everything the layer can see at once."],
        _ => L["What the network imagines when it thinks of a class."],
    };

    /// <summary>The term, its place back in the middle if the layer lacks it in a picture of this size.</summary>
    public static NeuronTerm Inside(NeuronTerm term, NetworkInfo network, int size)
    {
        var shape = LayerOf(term, network, size).Shape;
        var outside = shape.Count != 3 || term.X >= shape[2] || term.Y >= shape[1];
        return outside ? term with { X = null, Y = null } : term;
    }

    // The map's size follows the picture's.
    private static Layer LayerOf(NeuronTerm term, NetworkInfo network, int size) =>
        network.LayerAt(term.Layer ?? network.ChannelLayer, size);

    private Task Set(NeuronTerm term) => TermChanged.InvokeAsync(Inside(term, Network, Size));

    // A channel that the new layer lacks would only be refused at the start.
    private Task TakeLayer(string id) =>
        Set(Term with { Layer = id, Channel = Math.Min(Term.Channel, Network.Layer(id).Channels - 1), X = null, Y = null });
}
