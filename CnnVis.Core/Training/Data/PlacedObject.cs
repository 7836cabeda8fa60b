using CnnVis.Core.Attribution;

namespace CnnVis.Core.Training.Data;

/// <summary>Something in a picture whose place is known.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Box">The smallest upright rectangle around it.</param>
public readonly record struct PlacedObject(int Class, Box Box);
