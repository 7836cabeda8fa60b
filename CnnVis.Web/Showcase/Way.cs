namespace CnnVis.Web.Showcase;

/// <summary>A way to look into a network, as the start page offers it.</summary>
/// <param name="Address">The address of its page, and the name of its picture.</param>
/// <param name="Title">Its name.</param>
/// <param name="Question">What it answers.</param>
public sealed record Way(string Address, string Title, string Question)
{
    /// <summary>All of them, in the order of the navigation.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("saliency", "Saliency", "Which pixels matter?"),
        new("neuron", "Neuron", "What does a neuron look for?"),
        new("content", "Content", "What has a layer kept of a picture?"),
        new("deepdream", "DeepDream", "What does it see in the clouds?"),
        new("gap", "Class maps", "Where does it see each class?"),
        new("grad-cam", "Grad-CAM", "Where does any layer look?"),
        new("layers", "Layers", "What does each channel answer to?"),
    ];
}
