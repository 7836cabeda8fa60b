using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>A run as a Python script that computes it again with torch and torchvision, to be read as well as run.</summary>
internal static class PyTorchCode
{
    /// <summary>One sentence on why there is no script for such a run, or null where there is one.</summary>
    public static string? WhyNot(RunSpec spec) => spec switch
    {
        { Options: not (SaliencyOptions or GradCamOptions or GapOptions or DeepDreamOptions) } or { Network: null } =>
            $"There is no PyTorch code for the technique \"{TechniqueCatalog.Find(spec.Technique).Title}\": there is for saliency maps, "
            + "Grad-CAM, class activation maps and DeepDream.",
        { Network: { } network } when RandomizedNetwork.Read(network) is { } random =>
            $"There is no PyTorch code for a network with random weights: there is for the same run with {random.Trained} as it was trained.",
        { Network: { } network } when PyTorchNetwork.Find(network) is null =>
            $"There is no PyTorch code for the network {network}: there is for the built-in one and for those of torchvision.",
        { Changes.Count: > 0 } => "There is no PyTorch code for a run whose options were changed on the way: run it again with the last ones.",
        _ => null,
    };

    /// <param name="file">What the script is to be called.</param>
    /// <param name="server">This server's address, such as <c>http://localhost:5080</c>.</param>
    /// <exception cref="NoPyTorchCodeException">There is none for such a run.</exception>
    public static string Write(RunDescription run, string file, string server, NetworkCatalog networks, IPictureStore pictures)
    {
        if (WhyNot(run.Spec) is { } reason)
        {
            throw new NoPyTorchCodeException(reason);
        }

        var network = networks.Find(run.Spec.Network!);
        var known = PyTorchNetwork.Find(network.Id)!;
        var weights = networks.WeightsFile(network.Id);
        var recipe = Recipe.For(run.Spec, network, pictures.Find)!;
        return PythonScript.Of(
            PyTorchHeader.Of(run, network, weights, file, server),
            [
                new("PICTURES", PyTorchHeader.Pictures(run.Spec).ToDictionary(picture => picture.Name, picture => $"{server}/api/images/{picture.Id}.png")),
                .. known.Constants(network, networks.WeightsHash(network.Id)!),
                new("SEED", run.Spec.Seed),
                .. recipe.Constants,
            ],
            [.. known.Parts(weights), "pictures", .. recipe.Parts, "main"]);
    }
}

/// <summary>A run that is not told in PyTorch.</summary>
public sealed class NoPyTorchCodeException(string message) : CnnVisException("no-pytorch-code", message);
