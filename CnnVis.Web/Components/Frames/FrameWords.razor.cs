using CnnVis.Core;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Frames;

/// <summary>
/// Says once, when a run has ended, what it shows. While one looks back at its frames the words go along silently, to be
/// read by who wants to; of a run that goes on they say nothing. Give it the run's id as its key.
/// </summary>
public sealed partial class FrameWords
{
    private RunDescription? _run;
    private (int? Step, RunState? State) _told;
    private string? _words;

    [Parameter, EditorRequired]
    public required string RunId { get; set; }

    /// <summary>The step that is looked back at, or null for the newest.</summary>
    [Parameter]
    public int? Step { get; set; }

    [Inject]
    private IRunService Runs { get; set; } = default!;

    protected override void OnParametersSet() => Tell();

    private void Take(RunDescription run)
    {
        _run = run;
        Tell();
    }

    private void Tell()
    {
        if (_run is not { } run || _told == (Step, run.State))
        {
            return;
        }

        _told = (Step, run.State);
        try
        {
            _words = Step is null && run.State.IsActive() ? null : SharedRunWords.ShowsMaps(run.Spec) ? OfMaps(run) : OfPicture(run);
        }
        catch (CnnVisException)
        {
            _words = null; // the run was let go meanwhile, or cannot be read
        }
    }

    private string OfMaps(RunDescription run)
    {
        var frame = Step is { } step ? Runs.FrameAt(RunId, step) : Runs.Newest(RunId);
        var maps = frame?.Maps.Select(map => PictureWords.Of(L, map.Title, map.Values, map.HasSign)) ?? [];
        return string.Join(". ", maps.Concat(run.Predictions.Take(1).Select(first => PictureWords.Of(L, first))));
    }

    private string OfPicture(RunDescription run)
    {
        var words = PictureWords.Of(L, run, Step ?? run.Step);
        return Change(run) is { } change ? $"{words}, {change}" : words;
    }

    // Only of the newest picture: those on the way would have to be decoded first.
    private string? Change(RunDescription run) => Step is null && run.Kept is [0, ..] && Runs.Newest(RunId) is { } newest
        ? PictureWords.Of(L, Runs.FrameAt(RunId, 0).Picture, newest.Picture)
        : null;
}
