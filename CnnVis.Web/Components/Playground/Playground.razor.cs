using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>Where a technique is tried: picture, network and options on one side, the run on the other.</summary>
public sealed partial class Playground<TOptions>
    where TOptions : TechniqueOptions, new()
{
    private NetworkInfo _network = default!;
    private TOptions _options = new();
    private PictureChoice? _picture;
    private long _seed;
    private string? _runId;
    private string? _seen;
    private string? _problem;
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

    [Parameter]
    public string EmptyStage { get; set; } = "Press Run to watch the picture grow.";

    /// <summary>Whether the technique lays maps over the picture rather than changing it.</summary>
    [Parameter]
    public bool ShowsMaps { get; set; }

    /// <summary>The classes that a run with these options explains, as far as they are chosen by number.</summary>
    [Parameter]
    public Func<TOptions, IReadOnlyCollection<int>> ChosenClasses { get; set; } = _ => [];

    /// <summary>The options after a class was chosen, or given back, among those the network names.</summary>
    [Parameter]
    public Func<TOptions, int, TOptions> ChooseClass { get; set; } = (options, _) => options;

    /// <summary>The run in the address: what a reload and a link find again.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private IPictureStore Pictures { get; set; } = default!;

    [Inject]
    private MapViewMemory Memory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool NeedsPicture => UsesPicture(_options);

    protected override void OnInitialized()
    {
        _network = Networks[0];
        _picture = Pictures.Samples.Select(PictureChoice.Of).FirstOrDefault();
    }

    protected override void OnParametersSet()
    {
        if (Run == _seen)
        {
            return;
        }

        _seen = Run;
        if (Run == _runId)
        {
            return; // this page started it
        }

        (_runId, _problem) = (null, null);
        if (Run is not null)
        {
            Attach(Run);
        }
    }

    private void Attach(string id)
    {
        try
        {
            var spec = Runs.Describe(id).Spec;
            if (spec.Options is TOptions options)
            {
                Take(spec, options);
                _runId = id;
            }
            else
            {
                Navigation.NavigateTo($"{spec.Technique}?run={id}", replace: true); // a run of another technique
            }
        }
        catch (UnknownThingException)
        {
            _problem = "The run in this link is gone: the server was restarted, or needed the room. Press Run for a new one.";
        }
    }

    private void Take(RunSpec spec, TOptions options)
    {
        _network = Networks.FirstOrDefault(network => network.Id == spec.Network) ?? _network;
        _options = options;
        _seed = spec.Seed;
        _picture = spec.Image is { } image ? PictureChoice.Of(image, Pictures.Samples) : _picture;
    }

    private void TakeNetwork(NetworkInfo network) => (_network, _options) = (network, Fit(_options, network));

    // A new picture is what the next run starts from: it takes the stage from a run that has ended.
    private void TakePicture(PictureChoice picture)
    {
        _picture = picture;
        if (_runId is { } id && HasEnded(id))
        {
            _runId = null;
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("run", (string?)null), replace: true);
        }
    }

    private bool HasEnded(string id)
    {
        try
        {
            return !Runs.Describe(id).State.IsActive();
        }
        catch (UnknownThingException)
        {
            return true;
        }
    }

    // The question is about the run on stage, so its answer comes at once.
    private void Choose(int number)
    {
        _options = ChooseClass(_options, number);
        Start();
    }

    private void Start()
    {
        if (_runId is { } id && !HasEnded(id))
        {
            return; // the second half of a double click, sent before the button was seen to be disabled
        }

        try
        {
            _runId = Runs.Start(new RunSpec(Technique, _network.Id, NeedsPicture ? _picture?.Id : null, _options, _seed));
            _problem = null;
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("run", _runId), replace: true);
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }
}
