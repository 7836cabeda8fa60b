using System.ComponentModel.DataAnnotations;

namespace CnnVis.Core.Techniques.NeuronOptimization;

/// <summary>Whose favourite picture to look for, and how. What is left out gets its default.</summary>
public sealed record NeuronOptions : TechniqueOptions
{
    /// <summary>What grows: one neuron, a channel's mean, a layer's energy, or a class. Default channel.</summary>
    [EnumDataType(typeof(NeuronObjective), ErrorMessage = "objective must be neuron, channel, layer or class.")]
    public NeuronObjective Objective { get; init; } = NeuronObjective.Channel;

    /// <summary>The layer's id; left out means the network's own choice. Not used for a class.</summary>
    public string? Layer { get; init; }

    /// <summary>The channel of the layer. Default 0.</summary>
    [Range(0, 65535, ErrorMessage = "channel must be 0 or more.")]
    public int Channel { get; init; }

    /// <summary>The neuron's column in the layer's map; left out means the middle.</summary>
    [Range(0, 4095, ErrorMessage = "x must be 0 or more.")]
    public int? X { get; init; }

    /// <summary>The neuron's row in the layer's map; left out means the middle.</summary>
    [Range(0, 4095, ErrorMessage = "y must be 0 or more.")]
    public int? Y { get; init; }

    /// <summary>The class, for the objective class. Default 0.</summary>
    [Range(0, 65535, ErrorMessage = "target must be 0 or more.")]
    public int Target { get; init; }

    /// <summary>What the optimiser turns: the picture's Fourier spectrum, or its pixels. Default fourier.</summary>
    [EnumDataType(typeof(ParameterizationKind), ErrorMessage = "parameterization must be fourier or pixels.")]
    public ParameterizationKind Parameterization { get; init; } = ParameterizationKind.Fourier;

    /// <summary>Where it starts: faint noise, grey, or the chosen picture. Default noise.</summary>
    [EnumDataType(typeof(StartKind), ErrorMessage = "start must be noise, grey or picture.")]
    public StartKind Start { get; init; } = StartKind.Noise;

    /// <summary>Optimiser steps. Default 200.</summary>
    [Range(0, 2000, ErrorMessage = "steps must be 0 to 2000.")]
    public int Steps { get; init; } = 200;

    /// <summary>Adam's step size. Default 0.05.</summary>
    [Range(0.0001, 1.0, ErrorMessage = "rate must be 0.0001 to 1.")]
    public double Rate { get; init; } = 0.05;

    /// <summary>The sides of the square picture in pixels. Left out means the network's own choice.</summary>
    [Range(16, 512, ErrorMessage = "size must be 16 to 512.")]
    public int? Size { get; init; }

    /// <summary>Random shift before each step, in pixels. Default 6.</summary>
    [Range(0, 64, ErrorMessage = "jitter must be 0 to 64.")]
    public int Jitter { get; init; } = 6;

    /// <summary>Random zoom before each step: 0.1 means between 0.9 and 1.1. Default 0.1.</summary>
    [Range(0.0, 0.5, ErrorMessage = "scale must be 0 to 0.5.")]
    public double Scale { get; init; } = 0.1;

    /// <summary>Random rotation before each step, in degrees either way. Default 10.</summary>
    [Range(0.0, 45.0, ErrorMessage = "rotate must be 0 to 45.")]
    public double Rotate { get; init; } = 10;

    /// <summary>Weight of the total variation that is subtracted: larger is smoother. Default 0.</summary>
    [Range(0.0, 1000.0, ErrorMessage = "totalVariation must be 0 to 1000.")]
    public double TotalVariation { get; init; }

    /// <summary>Weight of the squared distance from grey that is subtracted: larger is paler. Default 0.</summary>
    [Range(0.0, 1000.0, ErrorMessage = "l2 must be 0 to 1000.")]
    public double L2 { get; init; }
}
