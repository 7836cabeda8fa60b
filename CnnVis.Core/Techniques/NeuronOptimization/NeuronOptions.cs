using System.ComponentModel.DataAnnotations;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>Whose favourite picture to look for, and how. What is left out gets its default.</summary>
public sealed record NeuronOptions : TechniqueOptions
{
    /// <summary>The most things that can grow at once.</summary>
    public const int MostTerms = 8;

    /// <summary>The most pictures that can be made at once.</summary>
    public const int MostPictures = 9;

    /// <summary>What grows: one neuron, a channel's mean, a layer's energy, or a class. Default channel.</summary>
    [EnumDataType(typeof(NeuronObjective))]
    public NeuronObjective Objective { get; init; } = NeuronObjective.Channel;

    /// <summary>The layer's id; left out means the network's own choice. Not used for a class.</summary>
    public string? Layer { get; init; }

    /// <summary>The channel of the layer. Default 0.</summary>
    [Range(0, 65535)]
    public int Channel { get; init; }

    /// <summary>The neuron's column in the layer's map; left out means the middle.</summary>
    [Range(0, 4095)]
    public int? X { get; init; }

    /// <summary>The neuron's row in the layer's map; left out means the middle.</summary>
    [Range(0, 4095)]
    public int? Y { get; init; }

    /// <summary>The class, for the objective class. Default 0.</summary>
    [Range(0, 65535)]
    public int Target { get; init; }

    /// <summary>Several things that grow at once, by their weights; where there are some, the single one above is not used.</summary>
    [MaxLength(MostTerms, ErrorMessage = "At most 8 terms can grow at once.")]
    public IReadOnlyList<NeuronTerm> Terms { get; init; } = [];

    /// <summary>How many pictures are made at once. Default 1.</summary>
    [Range(1, MostPictures)]
    public int Batch { get; init; } = 1;

    /// <summary>Weight of the likeness between the pictures of a batch that is subtracted: larger is more various. Default 0.</summary>
    [Range(0.0, 100000.0)]
    public double Diversity { get; init; }

    /// <summary>What the optimiser turns: the picture's Fourier spectrum, or its pixels. Default fourier.</summary>
    [EnumDataType(typeof(ParameterizationKind))]
    public ParameterizationKind Parameterization { get; init; } = ParameterizationKind.Fourier;

    /// <summary>Whether the optimiser turns colours along the directions in which natural pictures vary. Default true.</summary>
    public bool Decorrelate { get; init; } = true;

    /// <summary>Whether the gradient is led round dead ReLUs in the first steps, so that a silent channel can wake up. Default true.</summary>
    public bool Redirect { get; init; } = true;

    /// <summary>Where it starts: faint noise, grey, or the chosen picture. Default noise.</summary>
    [EnumDataType(typeof(StartKind))]
    public StartKind Start { get; init; } = StartKind.Noise;

    /// <summary>Optimiser steps. Default 200.</summary>
    [Range(0, 2000)]
    public int Steps { get; init; } = 200;

    /// <summary>Adam's step size. Default 0.05.</summary>
    [Live]
    [Range(0.0001, 1.0)]
    public double Rate { get; init; } = 0.05;

    /// <summary>The sides of the square picture in pixels. Left out means the network's own choice.</summary>
    [Range(16, 512)]
    public int? Size { get; init; }

    /// <summary>Random shift before each step, in pixels. Default 6.</summary>
    [Live]
    [Range(0, 64)]
    public int Jitter { get; init; } = 6;

    /// <summary>Random zoom before each step: 0.1 means between 0.9 and 1.1. Default 0.1.</summary>
    [Live]
    [Range(0.0, 0.5)]
    public double Scale { get; init; } = 0.1;

    /// <summary>Random rotation before each step, in degrees either way. Default 10.</summary>
    [Live]
    [Range(0.0, 45.0)]
    public double Rotate { get; init; } = 10;

    /// <summary>Weight of the total variation that is subtracted: larger is smoother. Default 0.</summary>
    [Live]
    [Range(0.0, 100000.0)]
    public double TotalVariation { get; init; }

    /// <summary>Weight of the squared distance from grey that is subtracted: larger is paler. Default 0.</summary>
    [Live]
    [Range(0.0, 100000.0)]
    public double L2 { get; init; }

    /// <summary>Weight of the distance from grey that is subtracted: larger leaves more of the picture grey. Default 0.</summary>
    [Live]
    [Range(0.0, 100000.0)]
    public double L1 { get; init; }

    /// <summary>Weight of the squared distance from a blurred copy that is subtracted: larger is softer. Default 0.</summary>
    [Live]
    [Range(0.0, 100000.0)]
    public double Blur { get; init; }

    /// <summary>What grows: <see cref="Terms"/>, or the single one.</summary>
    internal IReadOnlyList<NeuronTerm> Wanted => Terms.Count > 0 ? Terms :
    [
        new() { Objective = Objective, Layer = Layer, Channel = Channel, X = X, Y = Y, Target = Target },
    ];

    /// <summary>Options are equal if they ask for the same, term by term.</summary>
    public bool Equals(NeuronOptions? other) =>
        other is not null && Terms.SequenceEqual(other.Terms) && Aim == other.Aim && Means == other.Means && Penalties == other.Penalties;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Terms.Count, Aim, Means, Penalties);

    private (NeuronObjective, string?, int, int?, int?, int, int, double) Aim =>
        (Objective, Layer, Channel, X, Y, Target, Batch, Diversity);

    private (ParameterizationKind, bool, bool, StartKind, int, double, int?) Means =>
        (Parameterization, Decorrelate, Redirect, Start, Steps, Rate, Size);

    private (int, double, double, double, double, double, double) Penalties =>
        (Jitter, Scale, Rotate, TotalVariation, L2, L1, Blur);
}
