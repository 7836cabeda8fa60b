using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.Saliency;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>Saliency maps in Python.</summary>
internal static class SaliencyRecipe
{
    public static Recipe Of(SaliencyOptions options, NetworkInfo network)
    {
        var (parts, constants) = Method(options);
        return new Recipe(
            [
                .. Explained(options),
                .. parts,
                $"saliency/{Recipe.Word(options.Method)}",
                $"saliency/{Recipe.Word(options.Reduction)}",
                "maps",
                "saliency/run",
            ],
            [
                Recipe.Classes(options.Target, network),
                .. options.Layer is { } layer ? [new PythonConstant("LAYER", PyTorchNetwork.LayerName(network.Id, layer), "its mean is explained")] : Array.Empty<PythonConstant>(),
                .. constants,
            ]);
    }

    private static string[] Explained(SaliencyOptions options) =>
        options.Layer is null ? [$"scores/{Recipe.Word(options.Score)}", "saliency/of-class"] : ["layers", "saliency/of-layer"];

    private static (string[] Parts, PythonConstant[] Constants) Method(SaliencyOptions options) => options.Method switch
    {
        SaliencyMethod.SmoothGrad => (["saliency/slope"],
            [new("SAMPLES", options.Samples, "noisy copies"), new("NOISE", options.Noise, "their deviation, as a share of the input's range")]),
        SaliencyMethod.IntegratedGradients => (["saliency/slope", $"saliency/{Recipe.Word(options.Rule)}"],
            [new("STEPS", options.Steps, "places on the way")]),
        SaliencyMethod.GuidedBackprop => (["saliency/slope", "guided"], []),
        SaliencyMethod.Occlusion => ([],
            [new("WINDOW", options.Window, "side of the patch in pixels"), new("STRIDE", options.Stride, "how far it moves")]),
        _ => (["saliency/slope"], []),
    };
}
