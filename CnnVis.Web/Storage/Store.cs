using Microsoft.EntityFrameworkCore;

namespace CnnVis.Web.Storage;

/// <summary>The way to the database: whatever goes wrong there is told in one sentence, and the log tells what the database said.</summary>
internal sealed partial class Store(IDbContextFactory<StoreContext> contexts, ILogger<Store> logger)
{
    /// <exception cref="StoreUnavailableException">The database cannot be used.</exception>
    public T Ask<T>(Func<StoreContext, T> question)
    {
        try
        {
            using var context = contexts.CreateDbContext();
            return question(context);
        }
        catch (Exception e) when (StoreUnavailableException.Of(e) is { } problem)
        {
            LogProblem(e.GetBaseException().Message);
            throw problem;
        }
    }

    /// <inheritdoc cref="Ask"/>
    public void Do(Action<StoreContext> work) => Ask(context =>
    {
        work(context);
        return true;
    });

    /// <inheritdoc cref="Ask"/>
    public async Task<T> AskAsync<T>(Func<StoreContext, Task<T>> question)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await question(context);
        }
        catch (Exception e) when (StoreUnavailableException.Of(e) is { } problem)
        {
            LogProblem(e.GetBaseException().Message);
            throw problem;
        }
    }

    [LoggerMessage(LogLevel.Error, "The database says: {Detail}")]
    private partial void LogProblem(string detail);
}
