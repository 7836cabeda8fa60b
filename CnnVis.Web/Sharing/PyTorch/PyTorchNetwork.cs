using CnnVis.Core.Networks;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>What a script needs to know of a network to have the same.</summary>
/// <param name="Part">The Python part that builds it.</param>
/// <param name="Weights">torchvision's name of its weights, or null where they are not torchvision's.</param>
internal sealed record PyTorchNetwork(string Part, string? Weights, Preprocessing Preprocessing)
{
    /// <summary>The network that comes along; its file is to be had from this server.</summary>
    public const string BuiltIn = "builtin";

    private static readonly Dictionary<string, PyTorchNetwork> All = new()
    {
        [BuiltIn] = new("networks/builtin", null, Preprocessing.Halves),
        ["squeezenet1_1"] = OfTorchvision("SqueezeNet1_1"),
        ["squeezenet1_0"] = OfTorchvision("SqueezeNet1_0"),
        ["alexnet"] = OfTorchvision("AlexNet"),
        ["mobilenet_v2"] = OfTorchvision("MobileNet_V2"),
        ["googlenet"] = OfTorchvision("GoogLeNet") with { Part = "networks/googlenet", Preprocessing = Preprocessing.Halves },
        ["resnet18"] = OfTorchvision("ResNet18"),
        ["resnet34"] = OfTorchvision("ResNet34"),
        ["resnet50"] = OfTorchvision("ResNet50"),
        ["densenet121"] = OfTorchvision("DenseNet121") with { Part = "networks/densenet121" },
        ["vgg16"] = OfTorchvision("VGG16"),
        ["vgg19"] = OfTorchvision("VGG19"),
    };

    // Where torchvision has two versions of weights, the first digits of the second's SHA-256.
    private static readonly Dictionary<string, string> SecondVersions = new() { ["mobilenet_v2"] = "7ebf99e0", ["resnet50"] = "11ad3fa6" };

    // Nodes for which torchvision has functions and not modules; in its trace they are called as these.
    private static readonly Dictionary<string, (string Ours, string Theirs)> FunctionNames = new()
    {
        ["squeezenet1_0"] = ("logits", "flatten"),
        ["squeezenet1_1"] = ("logits", "flatten"),
        ["mobilenet_v2"] = ("avgpool", "adaptive_avg_pool2d"),
        ["densenet121"] = ("avgpool", "adaptive_avg_pool2d"),
    };

    /// <summary>The network of an id, or null where PyTorch has none like it.</summary>
    public static PyTorchNetwork? Find(string id) => All.GetValueOrDefault(id);

    /// <summary>A layer's name in torchvision's trace of the network.</summary>
    public static string LayerName(string network, string layer) =>
        FunctionNames.TryGetValue(network, out var names) && layer == names.Ours ? names.Theirs : layer;

    /// <summary>The parts that build it and give it its weights.</summary>
    /// <param name="file">The weights file that the run used.</param>
    public IEnumerable<string> Parts(string file) =>
        [Part, "weights/checked", $"weights/{Path.GetExtension(file)[1..]}", Weights is null ? "weights/file" : "weights/torchvision"];

    /// <summary>The constants that describe it.</summary>
    /// <param name="hash">The SHA-256 of the weights file that the run used.</param>
    public IEnumerable<PythonConstant> Constants(NetworkInfo network, string hash)
    {
        var version = SecondVersions.TryGetValue(network.Id, out var second) && hash.StartsWith(second, StringComparison.Ordinal) ? 2 : 1;
        yield return new("NETWORK", network.Id);
        yield return new("WEIGHTS", Weights is null ? null : $"{Weights}.IMAGENET1K_V{version}", Weights is null ? "torchvision has none" : "torchvision's name for them");
        yield return new("WEIGHTS_SHA256", hash);
        yield return new("SIDE", network.InputSize, "pixels of its square input");
        yield return new("MEAN", Preprocessing.Mean);
        yield return new("DEVIATION", Preprocessing.Deviation);
    }

    private static PyTorchNetwork OfTorchvision(string name) => new("networks/torchvision", $"{name}_Weights", Preprocessing.TorchVision);
}
