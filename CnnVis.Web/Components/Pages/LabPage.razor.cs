using CnnVis.Core;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Web.Classrooms;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.DataSets;
using CnnVis.Web.Hosting;
using CnnVis.Web.Runs;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Pages;

/// <summary>Where a network is trained while one watches. The training on stage stands in the address.</summary>
public sealed partial class LabPage
{
    private GapLabOptions _options = Usual;
    private long _seed;
    private string? _runId, _seen, _problem;

    private static GapLabOptions Usual => GapLabPresets.All[0].Options;

    /// <summary>The training in the address: what a reload and a link find again.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    [Inject]
    private CircuitVisitor Visitor { get; set; } = default!;

    [Inject]
    private IDataSetService DataSets { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized()
    {
        if (Run is null)
        {
            Open();
        }
    }

    private IEnumerable<ScreenPicture> OnStage => _runId is null ? [] : [new(_runId, RunWords.Part(L, _options))];

    private bool IsHere => DataSets.Describe().Any(data => data.Info.Id == _options.Data && data.Missing is null);

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

    // What the address asks for where it names no training.
    private void Open()
    {
        try
        {
            if (PlaygroundAddress.Read(Navigation.Uri, Usual) is not { } opening)
            {
                return;
            }

            TechniqueCatalog.Find("gap-lab").Complete(opening.Options, network: null); // an editor can show them
            (_options, _seed) = (opening.Options, opening.Seed);
            if (opening.Start)
            {
                Start();
            }
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }

    private void Attach(string id)
    {
        try
        {
            var spec = Runs.Describe(id).Spec;
            if (spec.Options is not GapLabOptions options)
            {
                Navigation.NavigateTo($"{spec.Technique}?run={id}", replace: true); // a run of another technique
                return;
            }

            (_runId, _options, _seed) = (id, options, spec.Seed);
        }
        catch (UnknownThingException)
        {
            _problem = L["The training in this link is gone: the server was restarted, or needed the room. Press Run for a new one."];
        }
    }

    private void Start()
    {
        if (_runId is not null && IsActive(_runId))
        {
            return; // the second half of a double click, sent before the button was seen to be disabled
        }

        try
        {
            _runId = Runs.Start(new RunSpec("gap-lab", null, null, _options, _seed), visitor: Visitor.Id);
            _problem = null;
            var address = PlaygroundAddress.Nothing<GapLabOptions>();
            address["run"] = _runId;
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(address), replace: true);
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }

    private bool IsActive(string id)
    {
        try
        {
            return Runs.Describe(id).State.IsActive();
        }
        catch (UnknownThingException)
        {
            return false;
        }
    }
}
