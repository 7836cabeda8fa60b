using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Activations;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Hosting;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Pages;

/// <summary>
/// The layer browser. What is chosen stands in the address and nowhere else: choosing changes the address, and a new
/// address starts the run that shows it.
/// </summary>
public sealed partial class LayersPage
{
    private NetworkInfo _network = default!;
    private string _layer = "";
    private PictureChoice? _picture;
    private ChannelOrder _order;
    private int _channels = ActivationsOptions.DefaultChannels;
    private RunSpec? _spec;
    private string? _runId;
    private string? _problem;

    [SupplyParameterFromQuery(Name = "network")]
    private string? NetworkId { get; set; }

    [SupplyParameterFromQuery(Name = "layer")]
    private string? LayerId { get; set; }

    [SupplyParameterFromQuery(Name = "picture")]
    private string? PictureId { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? OrderWord { get; set; }

    /// <summary>A run of this technique that somebody started elsewhere.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    [Inject]
    private NetworkCatalog Catalog { get; set; } = default!;

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitVisitor Visitor { get; set; } = default!;

    [Inject]
    private IPictureStore Pictures { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private ReceptiveField Field => ReceptiveField.Of(_network.Graph)[_layer];

    private IEnumerable<ScreenPicture> OnStage => _runId is null ? [] : [new(_runId, $"{_network.Title} · {_layer}")];

    protected override void OnParametersSet()
    {
        _network = Catalog.Networks[0];
        _layer = _network.ChannelLayer;
        try
        {
            Read();
            Show(new RunSpec("activations", _network.Id, _picture?.Id, new ActivationsOptions { Layer = _layer, Order = _order, Channels = _channels }));
        }
        catch (CnnVisException problem)
        {
            Leave();
            (_spec, _problem) = (null, L.Tell(problem));
        }
    }

    private void Read()
    {
        if (Run is not null && Runs.Describe(Run).Spec is { Options: ActivationsOptions options } spec)
        {
            (NetworkId, LayerId, PictureId) = (spec.Network, options.Layer, spec.Image);
            OrderWord = WordOf(options.Order);
            _channels = options.Channels;
        }

        _order = OrderWord == WordOf(ChannelOrder.Strength) ? ChannelOrder.Strength : ChannelOrder.Number;
        _picture = PictureId is { } id ? PictureChoice.Of(id, Pictures.Samples) : Pictures.Samples.Select(PictureChoice.Of).FirstOrDefault();
        _network = NetworkId is null ? _network : Catalog.Find(NetworkId);
        _layer = LayerId is null ? _network.ChannelLayer : _network.Layer(LayerId).Id;
    }

    private void Show(RunSpec spec)
    {
        if (spec == _spec)
        {
            return;
        }

        Leave();
        (_spec, _problem) = (spec, null);
        _runId = Runs.Start(spec, visitor: Visitor.Id);
    }

    // What nobody wants to see any more makes room for others.
    private void Leave()
    {
        try
        {
            if (_runId is not null && Runs.Describe(_runId).State.IsActive())
            {
                Runs.Cancel(_runId);
            }
        }
        catch (UnknownThingException)
        {
            // It was let go meanwhile.
        }

        _runId = null;
    }

    private void Go(string? network = null, string? layer = null, string? picture = null, ChannelOrder? order = null) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("layers", new Dictionary<string, object?>
        {
            ["network"] = network ?? _network.Id,
            ["layer"] = network is null ? layer ?? _layer : null, // another network chooses for itself
            ["picture"] = picture ?? _picture?.Id,
            ["order"] = (order ?? _order) == ChannelOrder.Strength ? WordOf(ChannelOrder.Strength) : null,
        }), replace: true);

    private static string WordOf(ChannelOrder order) => order == ChannelOrder.Strength ? "strength" : "number";
}
