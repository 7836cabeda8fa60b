using CnnVis.Web.Languages;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Showcase;

/// <summary>A way to look into a network, as the navigation and the start page offer it.</summary>
/// <param name="Address">The address of its page, and the name of its picture.</param>
/// <param name="Title">Its name, a key of <see cref="Words"/>.</param>
/// <param name="Question">What it answers, a key too.</param>
public sealed record Way(string Address, string Title, string Question)
{
    /// <summary>Its technique's id, under which its page is found too.</summary>
    public string Technique { get; init; } = Address;

    /// <summary>The one whose page this is, or null.</summary>
    public static Way? At(string path) => All.FirstOrDefault(way => way.Address == path || way.Technique == path);

    /// <summary>All of them, in the order of the navigation.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("saliency", Key("Saliency"), Key("Which pixels matter?")),
        new("neuron", Key("Neuron"), Key("What does a neuron look for?")),
        new("content", Key("Content"), Key("What has a layer kept of a picture?")),
        new("deepdream", Key("DeepDream"), Key("What does it see in the clouds?")),
        new("gap", Key("Class maps"), Key("Where does it see each class?")),
        new("grad-cam", Key("Grad-CAM"), Key("Where does any layer look?")),
        new("layers", Key("Layers"), Key("What does each channel answer to?")) { Technique = "activations" },
        new("lab", Key("Training lab"), Key("How does a network learn where things are?")) { Technique = "gap-lab" },
    ];
}
