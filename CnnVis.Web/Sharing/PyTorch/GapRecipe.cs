using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GapVisualization;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>Class activation maps in Python.</summary>
internal static class GapRecipe
{
    public static Recipe Of(GapOptions options, NetworkInfo network)
    {
        var head = ClassMapHead.Of(network.Graph)!;
        return new Recipe(
            ["layers", head.Linear is null ? "gap/own-maps" : "gap/linear", "maps", "gap/run"],
            [
                Recipe.Classes(options.Target, network),
                new("COUNT", options.Count, "how many of the most probable, if no classes are named"),
                new("MAPS", PyTorchNetwork.LayerName(network.Id, head.Maps), "the layer that is pooled"),
                .. head.Linear is { } linear ? [new PythonConstant("LINEAR", linear, "the layer after that")] : Array.Empty<PythonConstant>(),
            ]);
    }
}
