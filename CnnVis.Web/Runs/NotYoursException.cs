using CnnVis.Core;

namespace CnnVis.Web.Runs;

/// <summary>Only who made a run may do that.</summary>
public sealed class NotYoursException() : CnnVisException("not-yours", "Only who made this run can do that, in the browser it was made with.");
