namespace CnnVis.Core.Imaging;

/// <summary>A float32 array in managed memory, row-major.</summary>
/// <param name="Shape">The length of each dimension.</param>
/// <param name="Values">As many values as the shape asks for.</param>
public sealed record FloatArray(IReadOnlyList<long> Shape, float[] Values);
