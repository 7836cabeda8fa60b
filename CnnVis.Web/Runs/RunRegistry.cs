namespace CnnVis.Web.Runs;

/// <summary>The runs that are under way, by id, and those that could not be written down.</summary>
internal sealed class RunRegistry
{
    private const int MostUnsaved = 64;
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Run> _runs = [];

    public void Add(Run run)
    {
        lock (_lock)
        {
            MakeRoom();
            _runs.Add(run.Id, run);
        }
    }

    /// <summary>The run, or null if it is not under way.</summary>
    public Run? Find(string id)
    {
        lock (_lock)
        {
            return _runs.GetValueOrDefault(id);
        }
    }

    /// <summary>A run under way with this spec, which somebody who asks for the same may watch, or null.</summary>
    public Run? Same(string specHash)
    {
        lock (_lock)
        {
            return _runs.Values.LastOrDefault(run => run.CanBeShared && run.SpecHash == specHash);
        }
    }

    /// <summary>Lets go of a run that is written down.</summary>
    public void Remove(Run run)
    {
        lock (_lock)
        {
            _runs.Remove(run.Id);
        }
    }

    /// <summary>Ends all: the server stops.</summary>
    public void InterruptAll()
    {
        List<Run> all;
        lock (_lock)
        {
            all = [.. _runs.Values];
        }

        all.ForEach(run => run.Interrupt()); // a run that ends comes back to be removed
    }

    // Only what could not be written down is still here after its end.
    private void MakeRoom()
    {
        var ended = _runs.Values.Where(run => !run.State.IsActive()).ToList();
        ended.SkipLast(MostUnsaved).ToList().ForEach(run => _runs.Remove(run.Id));
    }
}
