using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Web.Runs;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>What a script says of itself: which run it is, what it needs, how to call it.</summary>
internal static class PyTorchHeader
{
    public static IEnumerable<string> Of(RunDescription run, NetworkInfo network, string weights, string file, string server)
    {
        var pictures = Pictures(run.Spec).ToList();
        var fetched = network.Id == PyTorchNetwork.BuiltIn;
        return
        [
            $"{SharedRunWords.Title(run.Spec)} by {network.Title}: a run of CnnVis once more, in PyTorch.",
            "",
            $"The run:     {server}/r/{run.Id}",
            .. pictures.Select(picture => $"The {picture.Name + ":",-9}{server}/api/images/{picture.Id}.png"),
            fetched
                ? $"The weights: {server}/api/networks/{network.Id}/weights.safetensors"
                : $"The weights: torchvision's own, unless --weights names the run's file {weights}",
            "",
            .. pictures.Select(picture => $"    curl -o {picture.Name}.png {server}/api/images/{picture.Id}.png"),
            .. fetched ? [$"    curl -O {server}/api/networks/{network.Id}/weights.safetensors"] : Array.Empty<string>(),
            $"    python3 {file}{string.Concat(pictures.Select(picture => $" --{picture.Name} {picture.Name}.png"))}{(fetched ? " --weights weights.safetensors" : "")}",
            "",
            "It writes the run's raw results, under the names that they have there, and a picture into the folder results.",
            "It needs torch 1.13, torchvision 0.14, NumPy and Pillow, or newer ones.",
        ];
    }

    /// <summary>The pictures that a run begins with: what the script calls them, and their ids.</summary>
    public static IEnumerable<(string Name, string Id)> Pictures(RunSpec spec)
    {
        yield return ("picture", spec.Image!);
        if (spec.Options is DeepDreamOptions { Guide: { } guide })
        {
            yield return ("guide", guide);
        }
    }
}
