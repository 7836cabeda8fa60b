namespace CnnVis.Samples;

/// <summary>A drawing in a scene.</summary>
/// <param name="Class">What it shows: the id of one of the built-in network's classes.</param>
/// <param name="Name">What its set calls it.</param>
/// <param name="X">Its middle, as a share of the scene's side.</param>
/// <param name="Y">Its middle, from the top.</param>
/// <param name="Size">Its longer side; it must not reach over the scene's edge.</param>
internal sealed record Prop(string Class, string Name, double X, double Y, double Size)
{
    /// <summary>Whether it stands on the ground and has a shadow there.</summary>
    public bool Stands { get; init; }
}
