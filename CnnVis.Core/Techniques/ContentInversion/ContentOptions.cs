using System.ComponentModel.DataAnnotations;

namespace CnnVis.Core.Techniques.ContentInversion;

/// <summary>Which layer to invert, and how. What is left out gets its default.</summary>
public sealed record ContentOptions : TechniqueOptions
{
    /// <summary>The most layers that can be inverted side by side.</summary>
    public const int MostLayers = 6;

    /// <summary>The layer's id; left out means the network's own choice. Not used where <see cref="Layers"/> names some.</summary>
    public string? Layer { get; init; }

    /// <summary>Several layers, to be inverted side by side; empty means only <see cref="Layer"/>.</summary>
    [MaxLength(MostLayers, ErrorMessage = "At most 6 layers can be inverted side by side.")]
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>Optimiser steps for each layer. Default 200.</summary>
    [Range(0, 2000)]
    public int Steps { get; init; } = 200;

    /// <summary>Where it starts: faint noise, grey, or the picture itself. Default noise.</summary>
    [EnumDataType(typeof(StartKind))]
    public StartKind Start { get; init; } = StartKind.Noise;

    /// <summary>The id of another picture to start from, for the start picture; left out, it is the picture itself.</summary>
    [StringLength(64, ErrorMessage = "startPicture must be the id of a picture.")]
    public string? StartPicture { get; init; }

    /// <summary>Adam's step size. Default 0.05.</summary>
    [Live]
    [Range(0.0001, 1.0)]
    public double Rate { get; init; } = 0.05;

    /// <summary>Weight of the total variation that is added to the loss; left out, it follows the layer's depth.</summary>
    [Live]
    [Range(0.0, 1000.0)]
    public double? TotalVariation { get; init; }

    /// <summary>The total variation's exponent: 2 is smooth, less allows sharper edges. Default 2.</summary>
    [Range(1.0, 4.0)]
    public double Beta { get; init; } = 2;

    /// <summary>Weight of the alpha norm that is added to the loss; left out, it is small.</summary>
    [Live]
    [Range(0.0, 1000.0)]
    public double? AlphaNorm { get; init; }

    /// <summary>The alpha norm's exponent: a large one minds only what is near black or white. Default 6.</summary>
    [Range(1.0, 12.0)]
    public double Alpha { get; init; } = 6;

    /// <summary>What the optimiser turns: the picture's Fourier spectrum, or its pixels. Default fourier.</summary>
    [EnumDataType(typeof(ParameterizationKind))]
    public ParameterizationKind Parameterization { get; init; } = ParameterizationKind.Fourier;

    /// <summary>The sides of the square picture in pixels. Left out means the network's usual input, at least 96.</summary>
    [Range(16, 512)]
    public int? Size { get; init; }

    /// <summary>Options are equal if they ask for the same, layer by layer.</summary>
    public bool Equals(ContentOptions? other) => other is not null && Layers.SequenceEqual(other.Layers) && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layers.Count, Key);

    private (string?, int, StartKind, string?, double, double?, double, double?, double, ParameterizationKind, int?) Key =>
        (Layer, Steps, Start, StartPicture, Rate, TotalVariation, Beta, AlphaNorm, Alpha, Parameterization, Size);
}
