using CnnVis.Core.Attribution;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.GradCam;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>Grad-CAM and its relatives in Python.</summary>
internal static class GradCamRecipe
{
    public static Recipe Of(GradCamOptions options, NetworkInfo network)
    {
        string[] layers = [.. CamLayers.Of(options, network).Select(layer => PyTorchNetwork.LayerName(network.Id, layer))];
        return new Recipe(
            [
                "layers",
                .. Method(options),
                options.Relu ? "grad-cam/relu" : "grad-cam/no-relu",
                .. options.Guided ? ["guided", "grad-cam/guided"] : Array.Empty<string>(),
                $"grad-cam/{(layers.Length > 1 ? "sweep" : "one-layer")}{(options.Guided ? "-guided" : "")}",
                "maps",
                "grad-cam/run",
            ],
            [
                Recipe.Classes(options.Method == CamMethod.EigenCam ? ClassTargets.Top : options.Target, network), // it has no class
                new("LAYERS", layers),
                new("OUTPUT", PyTorchNetwork.LayerName(network.Id, network.Graph.Output), "the layer of the logits"),
                .. options.Guided ? [new PythonConstant("UPSAMPLING", Recipe.Word(options.Upsampling))] : Array.Empty<PythonConstant>(),
            ]);
    }

    private static string[] Method(GradCamOptions options)
    {
        string[] method = [$"scores/{Recipe.Word(options.Score)}", "grad-cam/weighed", $"grad-cam/{Recipe.Word(options.Method)}"];
        return options.Method is CamMethod.EigenCam or CamMethod.ScoreCam ? method : [.. method, "grad-cam/by-gradient"];
    }
}
