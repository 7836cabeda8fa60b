using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
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

    /// <summary>What the address asks for where it names no run.</summary>
    [Parameter]
    public Draft<TOptions>? Draft { get; set; }

    /// <summary>The run in the address: what a reload and a link find again.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private IPictureStore Pictures { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    private bool NeedsPicture => UsesPicture(_options);

    protected override void OnInitialized()
    {
        _network = Networks[0];
        _picture = Pictures.Samples.Select(PictureChoice.Of).FirstOrDefault();
        if (Draft is not null && Run is null)
        {
            Open(Draft);
        }
    }

    private void Open(Draft<TOptions> draft)
    {
        try
        {
            (_network, _options) = (draft.Check(Technique, Networks), draft.Options);
            if (draft.Start)
            {
                Start();
            }
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
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
            Navigation.NavigateTo(AddressOf(_runId), replace: true);
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }

    // The run says by itself what a draft in the address asked for.
    private string AddressOf(string run) => Navigation.GetUriWithQueryParameters(
        Drafts.Parameters.ToDictionary(name => name, _ => (object?)null).Append(new("run", run)).ToDictionary());
}
