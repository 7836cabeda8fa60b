using System.ComponentModel.DataAnnotations;
using CnnVis.Core.Imaging;

namespace CnnVis.Core.Techniques.DeepDream;

/// <summary>What to dream. Every number has a range; what is left out gets its default.</summary>
public sealed record DeepDreamOptions : TechniqueOptions
{
    /// <summary>The longest side that the network looks at as a whole, in pixels; more would take too much memory.</summary>
    public const int LargestWhole = 1024;

    /// <summary>The layers whose activations grow, with their weights; empty means the network's own choice.</summary>
    [MaxLength(8, ErrorMessage = "At most 8 layers can dream at once.")]
    public IReadOnlyList<LayerWeight> Layers { get; init; } = [];

    /// <summary>Only this channel of each layer, or all when left out.</summary>
    [Range(0, 65535)]
    public int? Channel { get; init; }

    /// <summary>How many sizes the picture is dreamt in, small to large. Default 4.</summary>
    [Range(1, 10)]
    public int Octaves { get; init; } = 4;

    /// <summary>The ratio between one size and the next. Default 1.4.</summary>
    [Range(1.05, 3.0)]
    public double OctaveScale { get; init; } = 1.4;

    /// <summary>Gradient steps in each octave. Default 10.</summary>
    [Range(0, 500)]
    public int Steps { get; init; } = 10;

    /// <summary>How far the picture is shifted at random before each step, in pixels. Default 32.</summary>
    [Live]
    [Range(0, 128)]
    public int Jitter { get; init; } = 32;

    /// <summary>The mean change of a pixel in one step; 1 is from black to white. Default 0.01.</summary>
    [Live]
    [Range(0.0001, 0.5)]
    public double Rate { get; init; } = 0.01;

    /// <summary>The longer side of the result in pixels; smaller pictures are not enlarged. Default 512.</summary>
    [Range(32, Picture.MaxSide)]
    public int Size { get; init; } = 512;

    /// <summary>The id of a picture whose features the dream takes on; left out, the picture's own features grow.</summary>
    [StringLength(64, ErrorMessage = "guide must be the id of a picture.")]
    public string? Guide { get; init; }

    /// <summary>
    /// The sides of the tiles that the network looks at one after the other, in pixels; 0 means the whole picture at
    /// once. Sizes over <see cref="LargestWhole"/> need tiles. Default 0.
    /// </summary>
    [Range(0, LargestWhole)]
    public int Tile { get; init; }

    /// <summary>How often, after the dream, the picture is enlarged a little and dreamt on. Default 0.</summary>
    [Range(0, 500)]
    public int Zoom { get; init; }

    /// <summary>How much the picture is enlarged each time. Default 1.05.</summary>
    [Range(1.005, 1.5)]
    public double ZoomFactor { get; init; } = 1.05;

    /// <summary>Gradient steps after each time. Default 3.</summary>
    [Range(1, 50)]
    public int ZoomSteps { get; init; } = 3;

    /// <summary>Options are equal if they ask for the same, layer by layer.</summary>
    public bool Equals(DeepDreamOptions? other) =>
        other is not null && Layers.SequenceEqual(other.Layers) && Dream == other.Dream && Extras == other.Extras;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layers.Count, Dream, Extras);

    private (int?, int, double, int, int, double, int) Dream => (Channel, Octaves, OctaveScale, Steps, Jitter, Rate, Size);

    private (string?, int, int, double, int) Extras => (Guide, Tile, Zoom, ZoomFactor, ZoomSteps);
}
