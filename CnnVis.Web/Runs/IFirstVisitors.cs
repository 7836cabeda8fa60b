namespace CnnVis.Web.Runs;

/// <summary>Those whose runs come first, because many look on.</summary>
public interface IFirstVisitors
{
    /// <param name="visitor">See <see cref="Hosting.Visitor"/>.</param>
    bool Has(string visitor);
}
