using CnnVis.Web.Runs;

namespace CnnVis.Web.Storage;

/// <summary>News of a run to be written down.</summary>
/// <param name="Run">How it stands.</param>
/// <param name="Frame">A frame to keep, or null.</param>
/// <param name="Inputs">The ids of the pictures it starts from.</param>
/// <param name="Maker">Who asked for it, or null where nobody is known.</param>
/// <param name="Done">Called once it is written, or with a sentence on why it could not be.</param>
internal sealed record JournalEntry(RunDescription Run, StoredFrame? Frame, IReadOnlyList<string> Inputs, string? Maker, Action<string?> Done);
