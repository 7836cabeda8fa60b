namespace CnnVis.Web.Showcase;

/// <summary>A way to look into a network, as the navigation and the start page offer it.</summary>
/// <param name="Address">The address of its page, and the name of its picture.</param>
/// <param name="Title">Its name.</param>
/// <param name="Question">What it answers.</param>
public sealed record Way(string Address, string Title, string Question)
{
    /// <summary>Its technique's id, under which its page is found too.</summary>
    public string Technique { get; init; } = Address;

    /// <summary>All of them, in the order of the navigation.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("saliency", "Saliency", "Which pixels matter?"),
        new("neuron", "Neuron", "What does a neuron look for?"),
        new("content", "Content", "What has a layer kept of a picture?"),
        new("deepdream", "DeepDream", "What does it see in the clouds?"),
        new("gap", "Class maps", "Where does it see each class?"),
        new("grad-cam", "Grad-CAM", "Where does any layer look?"),
        new("layers", "Layers", "What does each channel answer to?") { Technique = "activations" },
        new("lab", "Training lab", "How does a network learn where things are?") { Technique = "gap-lab" },
    ];
}
