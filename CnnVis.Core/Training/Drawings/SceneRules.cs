namespace CnnVis.Core.Training.Drawings;

/// <summary>How hard scenes are.</summary>
/// <param name="Size">The picture's side in pixels.</param>
/// <param name="Level">0: one large, plain object; 1: small, coloured, bent and cluttered.</param>
/// <param name="PairShare">The share of scenes that show two objects of different classes.</param>
/// <param name="RestyleShare">The share of drawings that are redrawn in another manner.</param>
/// <param name="Bend">How far parts of a drawing are pushed at most, as a share of half its side.</param>
public sealed record SceneRules(
    int Size, double Level, double PairShare = 0, double RestyleShare = 0, double Bend = 0)
{
    /// <summary>The smallest a single object gets, as a share of the side.</summary>
    public double SmallestScale => 0.7 - (0.35 * Level);
}
