using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Training.Data;
using CnnVis.Web.Storage;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <summary>Makes runs from specs, unless there is one already, and from what an interrupted one left.</summary>
internal sealed class RunStarter(
    NetworkCatalog networks,
    IPictureStore pictures,
    DataSetCatalog dataSets,
    RunRegistry registry,
    RunStore store,
    InterruptedRuns interrupted,
    IRunJournal journal,
    Admission admission,
    FairQueue queue,
    IFirstVisitors first,
    RunMetrics metrics,
    TimeProvider time,
    IOptions<CnnVisOptions> options)
{
    private readonly Lock _starting = new();

    /// <inheritdoc cref="IRunService.Start"/>
    public string Start(RunSpec spec, bool pinned, bool fresh, string? visitor)
    {
        var full = Complete(spec);
        lock (_starting) // two who ask for the same at the same moment get one run
        {
            return (fresh ? null : Same(full, pinned, visitor)) ?? Begin(full, pinned, visitor);
        }
    }

    /// <inheritdoc cref="IRunService.Continue"/>
    public void Continue(string id, bool pinned, string? visitor)
    {
        lock (_starting)
        {
            if (registry.Find(id) is { State: not RunState.Interrupted } run)
            {
                run.Ask(visitor, pinned); // somebody was quicker
                return;
            }

            RequireMeans(id, visitor);
            var past = interrupted.Reopen(id) ?? throw new InvalidOptionsException("Only a run that was interrupted can go on: start this one anew.");
            try
            {
                Begin(past.Spec, pinned, visitor, past);
            }
            catch
            {
                interrupted.Close(id);
                throw;
            }
        }
    }

    /// <summary>The options as the technique completes them for the network.</summary>
    /// <exception cref="CnnVisException">They are out of range, or name something unknown.</exception>
    public TechniqueOptions Complete(RunSpec spec, TechniqueOptions wanted)
    {
        var technique = TechniqueCatalog.Find(spec.Technique);
        return technique.Complete(wanted, technique.NeedsNetwork ? networks.Find(spec.Network!) : null);
    }

    // All that could be refused is refused before anything of the run is dropped.
    private void RequireMeans(string id, string? visitor)
    {
        if (store.Find(id) is { State: RunState.Interrupted } run)
        {
            _ = Complete(run.Spec);
            _ = InputOf(TechniqueCatalog.Find(run.Spec.Technique), run.Spec);
            admission.RequireRoom(run.Maker ?? visitor);
        }
    }

    private RunSpec Complete(RunSpec spec)
    {
        spec.ValidateSeed();
        var technique = TechniqueCatalog.Find(spec.Technique);
        var completed = Complete(spec, spec.Options);
        var full = spec with
        {
            Network = technique.NeedsNetwork ? spec.Network : null,
            Options = completed,
            Image = technique.NeedsPicture(completed) ? spec.Image ?? throw NoPicture(technique) : null,
        };
        full.ValidateChanges(changed => Complete(full, changed));
        return full;
    }

    private string? Same(RunSpec spec, bool pinned, string? visitor)
    {
        var hash = RunSpecJson.Hash(spec);
        if (registry.Same(hash) is not { } run || WantsItsOwn(visitor, run))
        {
            return store.Completed(hash);
        }

        run.Ask(visitor, pinned);
        return run.Id;
    }

    // Another's run neither comes first nor is held by who teaches.
    private bool WantsItsOwn(string? visitor, Run run) =>
        run.State.IsActive() && visitor is not null && visitor != run.Visitor && first.Has(visitor) && !first.Has(run.Visitor);

    private string Begin(RunSpec spec, bool pinned, string? visitor, RunPast? past = null)
    {
        var technique = TechniqueCatalog.Find(spec.Technique);
        var input = InputOf(technique, spec) with { From = past?.Checkpoint };
        var maker = past?.Maker ?? visitor;
        string[] inputs = [.. new[] { spec.Image }.OfType<string>(), .. input.Pictures.Keys];
        var host = new RunHost(journal, metrics, inputs, maker, queue.Add, admission.Remove, registry.Remove)
        {
            CheckpointPace = TimeSpan.FromSeconds(options.Value.CheckpointSeconds),
            MakerLeads = () => maker is not null && first.Has(maker),
        };
        var grace = TimeSpan.FromSeconds(options.Value.WatchGraceSeconds);
        var run = new Run(spec, pinned, run => Frames(technique, run, input), host, time, grace, past);
        run.Ask(visitor, pinned);
        registry.Add(run);
        try
        {
            admission.Add(run);
        }
        catch
        {
            registry.Remove(run);
            throw;
        }

        metrics.Started(spec.Technique);
        return run.Id;
    }

    private TechniqueInput InputOf(ITechnique technique, RunSpec spec) =>
        new(null, spec.Image is null ? null : pictures.Find(spec.Image), spec.Options, spec.Seed)
        {
            Pictures = technique.PictureIds(spec.Options).Distinct().ToDictionary(id => id, pictures.Find),
            DataSet = technique.DataSetId(spec.Options) is { } data ? dataSets.Open(data) : null,
        };

    // Runs on the engine's thread from the first step on: reading the weights takes its turn like any step.
    private IEnumerable<Frame> Frames(ITechnique technique, Run run, TechniqueInput input)
    {
        using var loan = run.Spec.Network is { } network ? networks.Borrow(network) : null;
        var whole = input with { Network = loan?.Network, Checkpoints = run.WantsCheckpoint, Changing = step => run.Spec.OptionsAt(step) };
        foreach (var frame in technique.Run(whole))
        {
            yield return frame;
        }
    }

    private static InvalidOptionsException NoPicture(ITechnique technique) =>
        new($"{technique.Title} starts from a picture: choose one, or upload your own.");
}
