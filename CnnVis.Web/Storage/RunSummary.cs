using CnnVis.Web.Runs;

namespace CnnVis.Web.Storage;

/// <summary>A run among others.</summary>
/// <param name="Layer">The first layer that it names, or null.</param>
/// <param name="Shown">The step of its newest frame that is kept, or null if none is.</param>
public sealed record RunSummary(
    string Id, string Technique, string? Network, string? Layer, RunState State, int Step, int Total, int? Shown, DateTimeOffset StartedAt, bool Public);

/// <summary>Some of many runs.</summary>
/// <param name="Number">From 1.</param>
/// <param name="More">Whether there are further pages.</param>
public sealed record RunPage(IReadOnlyList<RunSummary> Runs, int Number, bool More);

/// <summary>Which runs are wanted; what is left out may be any.</summary>
public sealed record RunFilter(string? Technique = null, string? Network = null, string? Layer = null, RunState? State = null);
