using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CnnVis.Web.Hosting;

/// <summary>
/// Whether the browser of this circuit is connected. A lost circuit is kept for minutes; what streams to it should
/// stop meanwhile and start again when the browser is back. One per circuit.
/// </summary>
public sealed class CircuitPresence : CircuitHandler, IDisposable
{
    private TaskCompletionSource _back = Reached();
    private CancellationTokenSource _connection = new();

    /// <summary>Cancelled when the present connection goes down.</summary>
    public CancellationToken Connection => _connection.Token;

    /// <summary>Completes when the browser is connected: at once, if it is.</summary>
    public Task WaitForConnectionAsync(CancellationToken cancellation) => _back.Task.WaitAsync(cancellation);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _connection.CancelAsync();
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_connection.IsCancellationRequested)
        {
            _connection.Dispose();
            _connection = new CancellationTokenSource();
        }

        _back.TrySetResult();
        return Task.CompletedTask;
    }

    public void Dispose() => _connection.Dispose();

    private static TaskCompletionSource Reached()
    {
        var reached = new TaskCompletionSource();
        reached.SetResult();
        return reached;
    }
}
