namespace CnnVis.Web.Hosting;

/// <summary>
/// A page that others may show in a frame, as far as the settings let them. What it sends must be nobody's secret: it
/// gives its visitor no name, because a page within a page has no business to know who reads the outer one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class EmbeddableAttribute : Attribute;
