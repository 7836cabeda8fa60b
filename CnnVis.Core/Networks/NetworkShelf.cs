namespace CnnVis.Core.Networks;

/// <summary>
/// Networks that are not kept, in memory while somebody uses them, once however many do: loading one again costs less
/// than keeping all.
/// </summary>
internal sealed class NetworkShelf
{
    private readonly Lock _lock = new(); // entered again where loading one borrows another
    private readonly Dictionary<string, (Network Network, int Users)> _used = [];

    /// <summary>Lends a network, or null where there is none of this id.</summary>
    /// <param name="load">Loads the network where nobody uses it yet; null where there is none.</param>
    public NetworkLoan? Borrow(string id, Func<Network?> load)
    {
        lock (_lock)
        {
            if (_used.TryGetValue(id, out var entry))
            {
                _used[id] = entry with { Users = entry.Users + 1 };
                return new NetworkLoan(entry.Network, () => GiveBack(id));
            }

            return load() is { } network ? Lend(id, network) : null;
        }
    }

    private NetworkLoan Lend(string id, Network network)
    {
        _used[id] = (network, 1);
        return new NetworkLoan(network, () => GiveBack(id));
    }

    private void GiveBack(string id)
    {
        lock (_lock)
        {
            var (network, users) = _used[id];
            if (users > 1)
            {
                _used[id] = (network, users - 1);
                return;
            }

            _used.Remove(id);
            network.Dispose();
        }
    }
}
