using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>There is no room for another run at the moment.</summary>
public sealed class TooManyRunsException(int limit)
    : CnnVisException("too-many-runs", $"All {limit} places for runs are taken: try again in a moment.");
