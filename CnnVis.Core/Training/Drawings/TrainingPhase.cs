namespace CnnVis.Core.Training.Drawings;

/// <summary>A stretch of the training.</summary>
/// <param name="Steps">How many batches.</param>
/// <param name="Sizes">Sides of the pictures in pixels; each batch takes one of them.</param>
/// <param name="Level">How hard the scenes are, 0 to 1.</param>
/// <param name="Radius">How far an adversary moves pictures of 64 pixels, in the Euclidean norm of 0..1; 0 for not at all.</param>
/// <param name="PairShare">The share of scenes with two objects.</param>
public sealed record TrainingPhase(int Steps, IReadOnlyList<int> Sizes, double Level, double Radius = 0, double PairShare = 0);
