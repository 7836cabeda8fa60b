namespace CnnVis.Core.Training.Data;

/// <summary>What is known about a data set before a file is read.</summary>
/// <param name="Id">The name in specs and of its folder, such as <c>fashion-mnist</c>.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Side">The side of its square pictures in pixels.</param>
/// <param name="Training">How many pictures there are to learn from.</param>
/// <param name="Test">How many pictures there are to be examined on.</param>
/// <param name="Classes">The names of its classes in order.</param>
public sealed record DataSetInfo(
    string Id, string Title, int Side, int Training, int Test, IReadOnlyList<string> Classes)
{
    /// <summary>Further test pictures that show two things each; they follow the others and do not count for the accuracy.</summary>
    public int Scenes { get; init; }

    /// <summary>How many pictures a training learns from when nothing else is said.</summary>
    public int UsualTraining { get; init; } = Training;

    /// <summary>Test pictures worth watching, by their index.</summary>
    public required IReadOnlyList<int> Showcase { get; init; }

    /// <summary>Whether a mirrored picture shows its class as well.</summary>
    public bool Mirrors { get; init; }

    /// <summary>How many pictures are drawn or read in one step of a run.</summary>
    internal int Piece { get; init; } = Math.Max(Training, Test);

    /// <summary>Drawn from nothing: one of ten shapes on a soft ground, and scenes of two.</summary>
    public static DataSetInfo Shapes { get; } = new("shapes", "Drawn shapes", ShapeDrawing.Size, 20000, 1000, ShapeDrawing.Names)
    {
        Scenes = 200,
        UsualTraining = 6000,
        Showcase = [3, 4, 9, 1000, 1001, 1002],
        Piece = 100,
    };

    /// <summary>Clothes, grey, 28 pixels a side (Xiao, Rasul and Vollgraf 2017, arXiv 1708.07747).</summary>
    public static DataSetInfo FashionMnist { get; } = new(
        "fashion-mnist",
        "Fashion-MNIST",
        28,
        60000,
        10000,
        ["T-shirt/top", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"])
    {
        Showcase = [19, 2, 1, 8, 18, 0],
        Mirrors = true,
    };

    /// <summary>Photographs in colour, 32 pixels a side (Krizhevsky 2009, "Learning multiple layers of features from tiny images").</summary>
    public static DataSetInfo Cifar10 { get; } = new(
        "cifar-10",
        "CIFAR-10",
        32,
        50000,
        10000,
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"])
    {
        Showcase = [0, 1, 3, 4, 12, 13],
        Mirrors = true,
        Piece = 10000,
    };

    /// <summary>All data sets, in the order in which they are offered.</summary>
    public static IReadOnlyList<DataSetInfo> All { get; } = [Shapes, FashionMnist, Cifar10];

    /// <summary>Finds a data set by its id.</summary>
    /// <exception cref="UnknownThingException">There is no such data set.</exception>
    public static DataSetInfo Find(string id) =>
        All.FirstOrDefault(info => info.Id == id)
        ?? throw new UnknownThingException("data-set", id, $"There are {string.Join(", ", All.Select(info => info.Id))}.");
}
