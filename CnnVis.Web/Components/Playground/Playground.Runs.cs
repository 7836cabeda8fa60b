using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Web.Components.Frames;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>The runs on the stages: started here, or found in the address.</summary>
public sealed partial class Playground<TOptions>
{
    private void Attach(IReadOnlyList<string> ids)
    {
        try
        {
            var runs = ids.Distinct().Take(Stages<TOptions>.Most).Select(Runs.Describe).ToList();
            if (runs.Count == 0)
            {
                return;
            }

            if (runs.Find(run => run.Spec.Options is not TOptions) is { } foreign)
            {
                Navigation.NavigateTo($"{foreign.Spec.Technique}?run={foreign.Id}", replace: true); // a run of another technique
                return;
            }

            runs.ForEach(run => Welcome(run.Spec.Network));
            _stages.Show([.. runs.Select(DraftOf)]);
            _seed = runs[0].Spec.Seed;
            _picture = _stages.Drafts[0].Picture ?? _picture;
        }
        catch (UnknownThingException)
        {
            _problem = L["The run in this link is gone: the server was restarted, or needed the room. Press Run for a new one."];
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }

    private Draft<TOptions> DraftOf(RunDescription run) => new(
        (run.Spec.Network is { } network ? Known(network, Offered) : null) ?? Chosen.Network, (TOptions)run.Spec.Options, run.Id)
    {
        Picture = run.Spec.Image is { } image ? PictureChoice.Of(image, Pictures.Samples) : null,
    };

    private void Remove(Draft<TOptions> draft)
    {
        _stages.Remove(draft);
        if (draft.RunId is { } id && !_stages.RunIds.Contains(id) && !HasEnded(id))
        {
            Runs.Cancel(id, Visitor.Id);
        }

        ShowAddress();
    }

    private void Leave(string id)
    {
        _stages.Update(draft => draft.RunId == id ? draft with { RunId = null } : draft);
        ShowAddress();
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
        TakeOptions(ChooseClass(Chosen.Options, number));
        Start();
    }

    // Pinned, because nobody watches it: it is only asked for its result.
    private void StartTwin(string id)
    {
        if (_twins.ContainsKey(id))
        {
            return; // a second click
        }

        try
        {
            var spec = Runs.Describe(id).Spec;
            _twins[id] = Runs.Start(spec with { Options = ByProbability!((TOptions)spec.Options) }, pinned: true, visitor: Visitor.Id);
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }

    /// <returns>What became of it, in a sentence.</returns>
    private string? ChangeRun(string id, IReadOnlyDictionary<string, double> change)
    {
        try
        {
            Runs.Change(id, change, Visitor.Id);
            return L["The running picture takes this up after step {0}.", Runs.Describe(id).Spec.Changes[^1].After];
        }
        catch (SharedRunException)
        {
            return L["Others watch this run too, so this holds for your next one."];
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
            return null;
        }
    }

    private void Start()
    {
        if (_stages.RunIds.Any(id => !HasEnded(id)))
        {
            return; // the second half of a double click, sent before the button was seen to be disabled
        }

        var started = new Queue<string>();
        try
        {
            foreach (var draft in _stages.Drafts)
            {
                started.Enqueue(Runs.Start(SpecOf(draft), visitor: Visitor.Id));
            }

            _stages.Update(draft => draft with { RunId = started.Dequeue(), Picture = PictureOf(draft) });
            (_problem, _forked, _liveChange) = (null, null, null);
            ShowAddress();
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
            started.ToList().ForEach(id => Runs.Cancel(id, Visitor.Id)); // all or none
        }
    }

    // The frame as it travelled becomes a picture like any other, so that the new run's link reproduces it.
    private async Task ForkAsync(Draft<TOptions> draft, int step)
    {
        try
        {
            var frame = await Runs.EncodedAtAsync(draft.RunId!, step);
            var fork = Forks.Of(Runs.Describe(draft.RunId!).Spec, await Pictures.AddAsync(frame.Bytes), step);
            _picture = fork?.Image is { } image ? PictureChoice.Of(image, Pictures.Samples) : _picture;
            _stages.Choose(draft);
            TakeOptions((TOptions)(fork?.Options ?? draft.Options));
            _forked = step;
        }
        catch (CnnVisException problem)
        {
            _problem = problem.Message;
        }
    }

    private RunSpec SpecOf(Draft<TOptions> draft) => new(
        Technique, draft.Network.Id, PictureOf(draft)?.Id, draft.Options, _seed);

    private PictureChoice? PictureOf(Draft<TOptions> draft) => UsesPicture(draft.Options) ? _picture : null;
}
