using CnnVis.Core;
using CnnVis.Core.Techniques.ContentInversion;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.Saliency;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>Which of a run's numbers its chart shows, and how it is explained.</summary>
/// <param name="Name">The number's name, such as <c>objective</c>.</param>
/// <param name="Title">What it is, for people: a key of <see cref="Languages.Words"/>, as all that is said of it.</param>
/// <param name="Note">One sentence on what the line means.</param>
internal sealed record RunCurve(string Name, string Title, string Note)
{
    /// <summary>A constant number to compare with: its name, and what it stands for.</summary>
    public (string Name, string Label)? Reference { get; init; }

    /// <summary>A further number to tell: its name, and what it is.</summary>
    public (string Name, string Label)? Beside { get; init; }

    public static RunCurve Of(RunSpec spec) => spec.Options switch
    {
        ContentOptions content => new("error", Key("Relative error"), content.Layers.Count > 0
            ? Key("How far the layers' activations are from those of your picture, the mean of all layers; 0 is a perfect match.")
            : Key("How far the layer's activations are from those of your picture; 0 is a perfect match."))
        {
            Reference = ("blank", Key("a grey picture")),
            Beside = ("distance", Key("Distance of the pixels, 0 to 1")),
        },
        SaliencyOptions { Method: SaliencyMethod.IntegratedGradients } => new("explained", Key("Explained so far"),
            Key("The sum of all attributions. At the end it should be what the score gained on the way from a blank picture: completeness."))
        {
            Reference = ("gain", Key("what the score gained")),
            Beside = ("completenessError", Key("Completeness error")),
        },
        DeepDreamOptions { Guide: not null } =>
            new("objective", Key("Objective"), Key("How well each place of the picture agrees with the place of the guide that suits it best.")),
        DeepDreamOptions { Octaves: > 1 } =>
            new("objective", Key("Objective"), Key("How strongly the layer answers. It falls back where a new octave begins: the picture is larger then.")),
        _ => new("objective", Key("Objective"), Key("How strongly this part of the network answers to the picture.")),
    };
}
