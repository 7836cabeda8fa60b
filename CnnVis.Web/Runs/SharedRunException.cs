using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>Several visitors asked for the same run and watch it: none of them alone may hold or change it.</summary>
public sealed class SharedRunException() : CnnVisException(
    "shared-run", "Others asked for the same run and watch it with you, so you cannot hold or change it: change any setting, such as the seed, for a run of your own.");
