namespace CnnVis.Core.Networks;

/// <summary>A place in a network that can be looked at.</summary>
/// <param name="Id">The node's name as torchvision or Caffe writes it, such as <c>features.12</c>.</param>
/// <param name="Kind">What the node does, such as <c>convolution</c>.</param>
/// <param name="Shape">The activation's shape at the network's usual input size: [channels, height, width] or [features].</param>
public sealed record Layer(string Id, string Kind, IReadOnlyList<long> Shape)
{
    /// <summary>The number of channels, or of features.</summary>
    public int Channels => (int)Shape[0];

    /// <summary>Whether the activation is a map with height and width.</summary>
    public bool IsSpatial => Shape.Count == 3;
}
