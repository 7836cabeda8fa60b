using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Layers;

/// <summary>A layer's channels for a picture, as a run finds them. Give it the run's id as its key.</summary>
public sealed partial class LayerPanel
{
    private static readonly (ChannelOrder, string)[] Orders =
        [(ChannelOrder.Number, Key("By number")), (ChannelOrder.Strength, Key("Strongest first"))];

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
        (null, _) => RunWords.State(L, RunState.Queued),
        ({ } state, _) => RunWords.State(L, state),
    };

    private string Found(int silent)
    {
        string shown = (Count == Layer.Channels, Order) switch
        {
            (true, _) => Layer.Channels == 1 ? L["1 channel."] : L["{0:N0} channels.", Layer.Channels],
            (_, ChannelOrder.Number) => L["{0} of {1:N0} channels: the first.", Count, Layer.Channels],
            _ => L["{0} of {1:N0} channels: the strongest.", Count, Layer.Channels],
        };
        return shown + " " + (silent == Layer.Channels ? L["Nothing in this layer answers to this picture with more than 0."]
            : silent == 0 ? L["Each finds something above zero. Click one to see what it likes best."]
            : L["All but {0:N0} find something above zero. Click one to see what it likes best.", silent]);
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
