namespace CnnVis.Web.Hosting;

/// <summary>The visitor of this circuit: the page that began it brought the name along. One per circuit.</summary>
public sealed class CircuitVisitor
{
    /// <summary>See <see cref="Visitor"/>; null before the first page.</summary>
    public string? Id { get; set; }

    /// <summary>The network address the page was asked for from, or null where nobody knows.</summary>
    public string? Address { get; set; }
}
