namespace CnnVis.Core.Techniques.GapLab;

/// <summary>A training worth starting from.</summary>
/// <param name="Id">A short word, such as <c>shapes</c>.</param>
/// <param name="Title">What it is, for people.</param>
/// <param name="Summary">What to expect, a sentence.</param>
public sealed record GapLabPreset(string Id, string Title, string Summary, GapLabOptions Options);

/// <summary>The trainings worth starting from.</summary>
public static class GapLabPresets
{
    /// <summary>Ten drawn shapes.</summary>
    public static GapLabPreset Shapes { get; } = new(
        "shapes",
        "Ten drawn shapes",
        "Nine of ten test pictures are known within a minute, and the heat lies on the shape.",
        new GapLabOptions { Epochs = 16, Augment = true, Manner = NetworkManner.Keras });

    /// <summary>Clothes, with fewer than 60,000 parameters.</summary>
    public static GapLabPreset Fashion { get; } = new(
        "fashion",
        "Fashion-MNIST",
        "Nine of ten test pictures after a few epochs.",
        new GapLabOptions { Data = "fashion-mnist", Widths = [16, 32, 64], Batch = 128, Epochs = 6 });

    /// <summary>The exact network and training of the notebook in which this lesson was first written down: 17,546 parameters.</summary>
    public static GapLabPreset Notebook { get; } = new(
        "notebook",
        "CIFAR-10 as in the notebook",
        "The notebook's network, 17,546 parameters: after 40 epochs about 81 % of the training pictures and 70 % of the test pictures.",
        new GapLabOptions
        {
            Data = "cifar-10",
            Batch = 128,
            Rate = 0.001,
            Schedule = RateSchedule.Constant,
            Epochs = 40,
            Manner = NetworkManner.Keras,
        });

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<GapLabPreset> All { get; } = [Shapes, Fashion, Notebook];
}
