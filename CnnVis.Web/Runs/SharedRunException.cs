using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>Somebody else asked for the run, or for the same, and watches it: so nobody else may hold or change it.</summary>
public sealed class SharedRunException() : CnnVisException(
    "shared-run", "Somebody else asked for this run too and watches it, so you cannot hold or change it. Another setting, such as another seed, gives a run of your own.");
