using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Layers;

/// <summary>A layer's channels for a picture, as a run finds them. Give it the run's id as its key.</summary>
public sealed partial class LayerPanel
{
    private static readonly (ChannelOrder, string)[] Orders =
        [(ChannelOrder.Number, "By number"), (ChannelOrder.Strength, "Strongest first")];

    private RunDescription? _run;
    private string? _lost;
    private IReadOnlyList<ChannelStrength> _strengths = [];

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    [Parameter, EditorRequired]
    public required NetworkInfo Network { get; set; }

    [Parameter, EditorRequired]
    public required Layer Layer { get; set; }

    [Parameter, EditorRequired]
    public required ReceptiveField Field { get; set; }

    [Parameter]
    public ChannelOrder Order { get; set; }

    [Parameter]
    public EventCallback<ChannelOrder> OrderChanged { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    private int Count => Math.Min(Layer.Channels, ActivationsOptions.DefaultChannels);

    // The channels of the last layer are the classes.
    private IReadOnlyList<string>? Names => Layer.Id == Network.Graph.Output ? Network.Classes : null;

    private double? Largest => _run?.Curve("largest") is [.., var largest] ? largest : null;

    private string Status => (_run?.State, _run?.Curve("silent")) switch
    {
        (RunState.Completed, [.., var silent]) => Found((int)silent),
        (RunState.Completed, _) => "",
        (null, _) => RunWords.State(RunState.Queued),
        ({ } state, _) => RunWords.State(state),
    };

    private string Found(int silent)
    {
        var all = $"{Layer.Channels:N0} {(Layer.Channels == 1 ? "channel" : "channels")}";
        var shown = Count == Layer.Channels ? $"{all}." : $"{Count} of {all}: the {(Order == ChannelOrder.Number ? "first" : "strongest")}.";
        return silent == Layer.Channels
            ? $"{shown} Nothing in this layer answers to this picture with more than 0."
            : $"{shown} {(silent == 0 ? "Each" : $"All but {silent:N0}")} {(silent == 0 ? "finds" : "find")} something above zero. Click one to see what it likes best.";
    }

    private string AddressOf(int channel) =>
        $"neuron?network={Uri.EscapeDataString(Network.Id)}&layer={Uri.EscapeDataString(Layer.Id)}&channel={channel}&go=1";

    private void Show(RunDescription run)
    {
        _run = run;
        if (run.State == RunState.Completed && Runs.Newest(RunId) is { Arrays.Count: > 0 } frame)
        {
            _strengths = ChannelStrength.Of(frame.Arrays);
        }
    }

    private void Lose(string sentence) => _lost = sentence;
}
