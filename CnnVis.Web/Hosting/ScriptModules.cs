using Microsoft.JSInterop;

namespace CnnVis.Web.Hosting;

/// <summary>How a component parts from its script.</summary>
internal static class ScriptModules
{
    /// <summary>Lets the script go, if it was ever loaded and the browser still has it.</summary>
    public static async ValueTask LetGoAsync(this IJSObjectReference? module)
    {
        try
        {
            await (module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone and took the script along; a connection that breaks just now cancels the call.
        }
    }
}
