using System.Text.Json.Serialization;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Api;

/// <summary>What happens to a run, as its stream of events tells it.</summary>
[JsonDerivedType(typeof(StateEvent))]
[JsonDerivedType(typeof(FrameEvent))]
[JsonDerivedType(typeof(ScalarsEvent))]
internal abstract record RunEvent;

/// <summary>How it stands now.</summary>
internal sealed record StateEvent(RunState State, int Step, int Total, WaitingPlace? Place, string? Error) : RunEvent;

/// <summary>A frame that it keeps, and where to fetch it.</summary>
internal sealed record FrameEvent(int Step, int Total, string Picture) : RunEvent;

/// <summary>New values of a named number.</summary>
/// <param name="From">How many came before them.</param>
/// <param name="Values">null where one is not finite.</param>
internal sealed record ScalarsEvent(string Name, int From, IReadOnlyList<double?> Values) : RunEvent;
