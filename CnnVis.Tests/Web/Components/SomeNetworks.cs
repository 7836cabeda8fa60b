using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Operations;

namespace CnnVis.Tests.Web.Components;

internal static class SomeNetworks
{
    public static NetworkInfo Small { get; } = Of("small", "Small net",
    [
        new("conv1", new Convolution(3, 8, 3, Padding: 1), ["input"]),
        new("relu1", new Relu(), ["conv1"]),
        new("pool1", new MaxPool(2, 2), ["relu1"]),
        new("fire", new Concatenation(), ["pool1", "pool1"]),
    ]);

    public static NetworkInfo Other { get; } = Of("other", "Other net", [new("fire", new Convolution(3, 4, 1), ["input"])]);

    private static NetworkInfo Of(string id, string title, IReadOnlyList<Node> nodes) =>
        new(id, title, $"{title} in one sentence.", 32, new NetworkGraph(nodes), "fire", "fire", 64, ["cat", "cup", "crane"]);
}
