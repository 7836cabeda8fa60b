using CnnVis.Core;
using CnnVis.Web.Components.Playground;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using CnnVis.Web.Sharing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Components.Sharing;

/// <summary>A page whose address names a run. It is rendered by the server and knows the run at once, or why it has none.</summary>
public abstract class LinkedRunPage : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    /// <summary>The run, or null if it is not here.</summary>
    protected RunDescription? Run { get; private set; }

    /// <summary>Why it is not here.</summary>
    protected string? Problem { get; private set; }

    protected string Title => L[SharedRunWords.Title(Run!.Spec)];

    protected string Subject => RunWords.Subject(L, Run!.Spec);

    [Inject]
    private IStringLocalizer<Words> L { get; set; } = default!;

    [Inject]
    private IRunService Runs { get; set; } = default!;

    protected override void OnInitialized()
    {
        try
        {
            Run = Runs.Describe(Id);
        }
        catch (CnnVisException problem)
        {
            Problem = problem.Message;
            var status = problem switch
            {
                UnknownThingException => StatusCodes.Status404NotFound,
                OtherVersionException => StatusCodes.Status410Gone,
                _ => StatusCodes.Status503ServiceUnavailable,
            };
            // At the last moment: who renders pages would leave out the body of one that is not found.
            Http.Response.OnStarting(() => Task.FromResult(Http.Response.StatusCode = status));
        }
    }
}
