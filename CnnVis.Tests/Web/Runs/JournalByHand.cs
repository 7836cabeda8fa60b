using CnnVis.Web.Storage;

namespace CnnVis.Tests.Web.Runs;

/// <summary>Writes at once, unless the test wants to wait or to fail.</summary>
internal sealed class JournalByHand : IRunJournal
{
    private readonly Queue<JournalEntry> _waiting = new();

    public List<JournalEntry> Written { get; } = [];

    public bool Waits { get; set; }

    public string? Problem { get; set; }

    public void Write(JournalEntry entry)
    {
        _waiting.Enqueue(entry);
        if (!Waits)
        {
            WriteAll();
        }
    }

    public void WriteAll()
    {
        while (_waiting.TryDequeue(out var entry))
        {
            Written.Add(entry);
            entry.Done(Problem);
        }
    }
}
