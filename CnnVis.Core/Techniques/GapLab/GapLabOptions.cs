using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CnnVis.Core.Techniques.GapLab;

/// <summary>What to train, on what, and how. What is left out gets its default.</summary>
public sealed record GapLabOptions : TechniqueOptions
{
    /// <summary>The most test pictures that can be watched.</summary>
    public const int MostPictures = 6;

    /// <summary>The most layers before the class maps.</summary>
    public const int MostLayers = 5;

    /// <summary>The most batches of a whole training.</summary>
    public const int MostBatches = 50_000;

    /// <summary>The id of the data set: shapes, fashion-mnist or cifar-10. Default shapes.</summary>
    public string Data { get; init; } = "shapes";

    /// <summary>The channels of each convolution before the class maps, one to five of 1 to 64. Default 16, 32, 32.</summary>
    [MinLength(1, ErrorMessage = "widths must have at least one layer.")]
    [MaxLength(MostLayers, ErrorMessage = "widths can have at most 5 layers.")]
    public IReadOnlyList<int> Widths { get; init; } = [16, 32, 32];

    /// <summary>Pictures in a batch. Default 64.</summary>
    [Range(8, 512)]
    public int Batch { get; init; } = 64;

    /// <summary>Adam's step size, at its highest. Default 0.005.</summary>
    [Range(0.000001, 1000.0)]
    public double Rate { get; init; } = 0.005;

    /// <summary>Whether the rate stays, or rises shortly and then falls along half a cosine. Default cosine.</summary>
    [EnumDataType(typeof(RateSchedule))]
    public RateSchedule Schedule { get; init; } = RateSchedule.Cosine;

    /// <summary>How often all training pictures are gone through. Default 12.</summary>
    [Range(1, 60)]
    public int Epochs { get; init; } = 12;

    /// <summary>
    /// Whether training pictures are shifted at random, and mirrored where a mirrored picture shows its class as well.
    /// Default false.
    /// </summary>
    public bool Augment { get; init; }

    /// <summary>How many pictures to learn from; left out means the data set's own choice.</summary>
    [Range(100, 60000)]
    public int? TrainingPictures { get; init; }

    /// <summary>The test pictures to watch, by their index; none means the data set's own choice.</summary>
    [MaxLength(MostPictures, ErrorMessage = "At most 6 pictures can be watched.")]
    public IReadOnlyList<int> Pictures { get; init; } = [];

    /// <summary>In whose manner the network is built and begun. Default pytorch.</summary>
    [EnumDataType(typeof(NetworkManner))]
    public NetworkManner Manner { get; init; } = NetworkManner.PyTorch;

    /// <summary>Options are equal if they ask for the same, layer by layer and picture by picture.</summary>
    public bool Equals(GapLabOptions? other) =>
        other is not null && Widths.SequenceEqual(other.Widths) && Pictures.SequenceEqual(other.Pictures) && Rest == other.Rest;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Widths.Count, Pictures.Count, Rest);

    private (string, int, double, RateSchedule, int, bool, int?, NetworkManner) Rest =>
        (Data, Batch, Rate, Schedule, Epochs, Augment, TrainingPictures, Manner);
}

/// <summary>How the rate changes during the training.</summary>
public enum RateSchedule
{
    /// <summary>It stays.</summary>
    [JsonStringEnumMemberName("constant")] Constant,

    /// <summary>It rises for a twentieth of the training and then falls along half a cosine to 0.</summary>
    [JsonStringEnumMemberName("cosine")] Cosine,
}

/// <summary>In whose manner the network is built and begun.</summary>
public enum NetworkManner
{
    /// <summary>
    /// Convolution, batch normalisation, ReLU; class maps with sign; inputs from -1 to 1; He's first weights; PyTorch's constants.
    /// </summary>
    [JsonStringEnumMemberName("pytorch")] PyTorch,

    /// <summary>
    /// The notebook's: convolution, ReLU, batch normalisation; class maps after a ReLU; inputs from 0 to 1; Glorot's first
    /// weights; Keras' constants.
    /// </summary>
    [JsonStringEnumMemberName("keras")] Keras,
}
