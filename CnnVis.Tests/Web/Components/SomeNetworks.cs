using CnnVis.Core.Networks;

namespace CnnVis.Tests.Web.Components;

internal static class SomeNetworks
{
    public static NetworkInfo Small { get; } = Of("small", "Small net",
    [
        new Layer("conv1", "convolution", [8, 32, 32]),
        new Layer("relu1", "ReLU", [8, 32, 32]),
        new Layer("fire", "concatenation", [16, 16, 16]),
        new Layer("fc", "linear", [10]),
    ]);

    public static NetworkInfo Other { get; } = Of("other", "Other net", [new Layer("fire", "convolution", [4, 8, 8])]);

    private static NetworkInfo Of(string id, string title, IReadOnlyList<Layer> layers) =>
        new(id, title, $"{title} in one sentence.", 32, layers, "fire", "fire", 64, ["cat", "cup", "crane"]);
}
