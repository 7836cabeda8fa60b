namespace CnnVis.Web.Runs;

/// <summary>Work of which little is done at once: it takes much memory, or a core that others want too.</summary>
/// <param name="things">What it is done to, such as <c>uploads</c>, for who is sent away.</param>
/// <param name="mostWaiting">How many may be in the queue; whoever comes then is sent away.</param>
/// <param name="turns">How many are done at once.</param>
internal sealed class TurnQueue(string things, int mostWaiting, int turns = 1) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(turns);
    private int _waiting;

    /// <summary>Works off the caller's thread when its turn comes; who gives up waiting leaves the queue.</summary>
    /// <exception cref="TooBusyException">Too many others wait for their turn.</exception>
    public Task<T> DoAsync<T>(Func<T> work, CancellationToken cancellation) =>
        DoAsync(() => Task.Run(work, CancellationToken.None), cancellation);

    /// <inheritdoc cref="DoAsync{T}(Func{T}, CancellationToken)"/>
    public async Task<T> DoAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > mostWaiting)
            {
                throw new TooBusyException(things, mostWaiting);
            }

            return await InTurnAsync(work, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Release();
        }
    }
}
