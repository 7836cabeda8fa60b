using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Training.Lab;
using Microsoft.Extensions.Options;

namespace CnnVis.Web.Runs;

/// <summary>The runs by id. Finished ones stay until their results need too much room, the oldest going first.</summary>
internal sealed class RunRegistry(IOptions<CnnVisOptions> options) : ITrainedNetworks
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Run> _runs = [];

    /// <exception cref="TooBusyException">Too many runs are unfinished.</exception>
    public void Add(Run run)
    {
        lock (_lock)
        {
            if (_runs.Values.Count(other => other.State.IsActive()) >= options.Value.MaxActiveRuns)
            {
                throw new TooBusyException("runs", options.Value.MaxActiveRuns);
            }

            MakeRoom();
            _runs.Add(run.Id, run);
        }
    }

    /// <exception cref="UnknownThingException">There is no such run, or it was let go.</exception>
    public Run Find(string id)
    {
        lock (_lock)
        {
            return _runs.TryGetValue(id, out var run)
                ? run
                : throw new UnknownThingException("run", id, "It never was, or it is too long ago: start it again.");
        }
    }

    /// <inheritdoc/>
    TrainedNetwork? ITrainedNetworks.Find(string id)
    {
        if (TrainedNetwork.Read(id) is not { } name)
        {
            return null;
        }

        lock (_lock)
        {
            return _runs.GetValueOrDefault(name.Run)?.NetworkOf(name.Epoch);
        }
    }

    private void MakeRoom()
    {
        var room = options.Value.ResultMegabytes * 1024L * 1024;
        foreach (var run in _runs.Values.Where(run => !run.State.IsActive()).Reverse().ToList())
        {
            room -= run.Bytes;
            if (room < 0)
            {
                _runs.Remove(run.Id);
            }
        }
    }
}
