using CnnVis.Web.Classrooms;

namespace CnnVis.Web.Components.Playground;

/// <summary>What the visitor's room hears of the stages.</summary>
public sealed partial class Playground<TOptions>
{
    private readonly Dictionary<Guid, int?> _steps = [];

    private IEnumerable<ScreenPicture> OnStage => _stages.Drafts.Where(draft => draft.RunId is not null)
        .Select(draft => new ScreenPicture(draft.RunId!, Describe(draft), _steps.GetValueOrDefault(draft.Key)));
}
