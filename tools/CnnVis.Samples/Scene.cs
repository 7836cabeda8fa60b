namespace CnnVis.Samples;

/// <summary>Drawings of one style on a painted ground.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Set">The id of the drawings' set.</param>
/// <param name="Ground">The colour of a place, both coordinates as shares of the scene's side.</param>
/// <param name="Props">From back to front.</param>
internal sealed record Scene(string Name, string Set, Func<double, double, Colour> Ground, IReadOnlyList<Prop> Props);
