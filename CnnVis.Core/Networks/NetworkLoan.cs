namespace CnnVis.Core.Networks;

/// <summary>A network for as long as somebody needs it: dispose the loan, not the network.</summary>
/// <param name="network">The network.</param>
/// <param name="giveBack">Called once, when it is not needed any more.</param>
public sealed class NetworkLoan(Network network, Action giveBack) : IDisposable
{
    private Action? _giveBack = giveBack;

    /// <summary>The network.</summary>
    public Network Network { get; } = network;

    /// <summary>Gives it back.</summary>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke();
}
