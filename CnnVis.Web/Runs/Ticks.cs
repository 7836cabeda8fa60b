namespace CnnVis.Web.Runs;

internal static class Ticks
{
    /// <summary>Waits for the next tick; false when cancelled, which here is a way to end and no fault.</summary>
    public static async Task<bool> NextAsync(this PeriodicTimer timer, CancellationToken cancellation)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
