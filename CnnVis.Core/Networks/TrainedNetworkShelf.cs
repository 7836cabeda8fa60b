using CnnVis.Core.Training.Lab;

namespace CnnVis.Core.Networks;

/// <summary>
/// Networks that were trained here, in memory while somebody uses them, once however many do: loading one again costs
/// less than keeping all.
/// </summary>
/// <param name="trained">Where they are found.</param>
internal sealed class TrainedNetworkShelf(ITrainedNetworks trained)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Network Network, int Users)> _used = [];

    /// <summary>What is known about a network, or null where there is none of this id.</summary>
    public NetworkInfo? Describe(string id) => trained.Find(id)?.Describe(id);

    /// <summary>Lends a network, or null where there is none of this id.</summary>
    public NetworkLoan? Borrow(string id)
    {
        lock (_lock)
        {
            if (_used.TryGetValue(id, out var entry))
            {
                _used[id] = entry with { Users = entry.Users + 1 };
                return new NetworkLoan(entry.Network, () => GiveBack(id));
            }

            return trained.Find(id) is { } found ? Lend(id, found.Load(id)) : null;
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
