namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>One of several layers that share a dream.</summary>
/// <param name="Layer">The layer's id, such as <c>features.7</c>.</param>
/// <param name="Weight">Its share; negative values suppress what the layer sees. -100 to 100.</param>
public sealed record LayerWeight(string Layer, double Weight = 1);
