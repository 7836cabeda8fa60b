using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>Where a technique is tried: picture, network and options on one side, the run on the other.</summary>
public sealed partial class Playground<TOptions>
    where TOptions : TechniqueOptions, new()
{
    private Stages<TOptions> _stages = default!;
    private PictureChoice? _picture;
    private readonly Dictionary<string, string> _twins = [];
    private long _seed;
    private string? _seen;
    private string? _problem, _liveChange;
    private int? _forked;
    private NetworkInfo? _guest;
    private MapSet _maps = new(0, HasSign: false);

    /// <summary>The technique's id.</summary>
    [Parameter, EditorRequired]
    public required string Technique { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>One or two sentences on what one will see.</summary>
    [Parameter, EditorRequired]
    public required string Lead { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<NetworkInfo> Networks { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<OptionsEdit<TOptions>> Editor { get; set; }

    /// <summary>The options without what another network lacks.</summary>
    [Parameter, EditorRequired]
    public required Func<TOptions, NetworkInfo, TOptions> Fit { get; set; }

    /// <summary>Whether a run with these options starts from a picture.</summary>
    [Parameter]
    public Func<TOptions, bool> UsesPicture { get; set; } = _ => true;

    /// <summary>The title of the sample picture to begin with; the first one when left out.</summary>
    [Parameter]
    public string? Sample { get; set; }

    /// <summary>Whether anything in a run with these options is left to chance.</summary>
    [Parameter]
    public Func<TOptions, bool> UsesSeed { get; set; } = _ => true;

    [Parameter]
    public string? EmptyStage { get; set; }

    /// <summary>Whether the technique lays maps over the picture rather than changing it.</summary>
    [Parameter]
    public bool ShowsMaps { get; set; }

    /// <summary>How its maps are looked at until the visitor chooses otherwise.</summary>
    [Parameter]
    public MapView UsualView { get; set; } = new();

    /// <summary>The classes that a run with these options explains, as far as they are chosen by number.</summary>
    [Parameter]
    public Func<TOptions, IReadOnlyCollection<int>> ChosenClasses { get; set; } = _ => [];

    /// <summary>The options after a class was chosen, or given back, among those the network names.</summary>
    [Parameter]
    public Func<TOptions, int, TOptions> ChooseClass { get; set; } = (options, _) => options;

    /// <summary>The same options with the probability as the score; left out where there is no such choice.</summary>
    [Parameter]
    public Func<TOptions, TOptions>? ByProbability { get; set; }

    /// <summary>The runs in the address, with commas between: what a reload and a link find again.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    /// <summary>The step whose frame the picture in the address is, where it came from another run.</summary>
    [SupplyParameterFromQuery]
    private string? Forked { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitVisitor Visitor { get; set; } = default!;

    [Inject]
    private NetworkCatalog Catalog { get; set; } = default!;

    [Inject]
    private IPictureStore Pictures { get; set; } = default!;

    [Inject]
    private MapViewMemory Memory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private MapView View => Memory.Of(Technique, UsualView);

    private Draft<TOptions> Chosen => _stages.Chosen;

    private bool NeedsPicture => _stages.Drafts.Any(draft => UsesPicture(draft.Options));

    private string? RunsInAddress => _stages.RunIds.Count > 0 ? string.Join(',', _stages.RunIds) : null;

    protected override void OnInitialized()
    {
        _stages = new(new(Networks[0], new TOptions()));
        _picture = UsualPicture;
        if (Run is null)
        {
            Open();
        }
    }

    // One that was trained here is on offer where a link brought it.
    private IReadOnlyList<NetworkInfo> Offered => _guest is null ? Networks : [.. Networks, _guest];

    private void Welcome(string? network) =>
        _guest = network is null || Known(network, Networks) is not null ? _guest : Catalog.Find(network) is var found ? found.Trained ?? found : null;

    private static NetworkInfo? Known(string id, IReadOnlyList<NetworkInfo> networks) =>
        RandomizedNetwork.Find(id, trained => networks.FirstOrDefault(known => known.Id == trained));

    protected override void OnParametersSet()
    {
        if (Run == _seen)
        {
            return;
        }

        _seen = Run;
        if (Run == RunsInAddress)
        {
            return; // this page started it
        }

        _problem = null;
        _stages.Show([Chosen with { RunId = null }]);
        if (Run is not null)
        {
            Attach(Run.Split(',', Stages<TOptions>.Most + 1, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    // What tells two stages apart may be an option that their names leave out: then their places do.
    private string Describe(Draft<TOptions> draft) =>
        StageNames.Of(L, [.. _stages.Drafts.Select(other => (other.Network, (TechniqueOptions)other.Options))])[_stages.Drafts.ToList().IndexOf(draft)];

    private void TakeNetwork(NetworkInfo network)
    {
        var forgets = (network.Trained ?? network).Id == (Chosen.Network.Trained ?? Chosen.Network).Id; // and has what it had
        _stages.Chosen = Chosen with { Network = network, Options = forgets ? Chosen.Options : Fit(Chosen.Options, network) };
        ShowAddress();
    }

    private void TakeSeed(long seed)
    {
        _seed = seed;
        ShowAddress();
    }

    private bool IsActive => Chosen.RunId is { } id && !HasEnded(id);

    private void EditOptions(TOptions options)
    {
        var change = LiveOptions.Difference(Chosen.Options, options);
        TakeOptions(options);
        _liveChange = !IsActive ? null : change is { Count: > 0 } ? ChangeRun(Chosen.RunId!, change) : L["This holds for your next run."];
        ShowAddress();
    }

    private void TakeOptions(TOptions options) => _stages.Chosen = Chosen with { Options = options };

    // A new picture is what the next run starts from: it takes the stage from runs that have ended.
    private void TakePicture(PictureChoice picture)
    {
        (_picture, _forked) = (picture, null);
        if (_stages.RunIds.Count > 0 && _stages.RunIds.All(HasEnded))
        {
            _stages.Update(draft => draft with { RunId = null });
        }

        ShowAddress();
    }
}
