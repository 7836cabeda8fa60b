namespace CnnVis.Core.Training.Drawings;

/// <summary>How well a network does on scenes with one object: shares of scenes, 0 to 1.</summary>
/// <param name="Top1">Where the object's class comes first.</param>
/// <param name="Top5">Where it is among the first five.</param>
public sealed record DrawingAccuracy(double Top1, double Top5);
