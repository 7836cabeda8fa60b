using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>A run that is here, but whose spec this program cannot read.</summary>
public sealed class OtherVersionException(Exception inner) : CnnVisException(
    "other-version", "This run was made by another version of CnnVis, whose options this one does not know: make it anew.", inner);
