namespace CnnVis.Core.Attribution;

/// <summary>How a map did in the pointing game.</summary>
/// <param name="X">Where it is hottest: the share of the picture's width to the left of it.</param>
/// <param name="Y">The share of the picture's height above it.</param>
/// <param name="IsHit">Whether that place lies on the object.</param>
/// <param name="EnergyShare">How much of the map's positive heat lies on the object, 0 to 1.</param>
public sealed record PointingResult(double X, double Y, bool IsHit, double EnergyShare);
