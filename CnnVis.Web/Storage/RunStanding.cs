using CnnVis.Web.Runs;

namespace CnnVis.Web.Storage;

/// <summary>What of a run needs no reading of its spec.</summary>
/// <param name="Maker">Who asked for it first, or null where nobody is known.</param>
internal sealed record RunStanding(RunState State, string? Maker);
