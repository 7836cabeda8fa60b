using static TorchSharp.torch;

namespace CnnVis.Core.Optimization;

/// <summary>
/// A scalar to maximise, as a function of the activations it declares. Objectives add, subtract and scale like the
/// terms of a formula: <c>Objectives.Channel("features.9", 3) - 0.1 * Regularizers.TotalVariation</c>.
/// </summary>
/// <param name="description">The objective in words.</param>
/// <param name="layers">Ids of the layers it reads.</param>
/// <param name="evaluate">Computes the scalar in the caller's dispose scope.</param>
public sealed class Objective(string description, IReadOnlyCollection<string> layers, Func<Evaluation, Tensor> evaluate)
{
    /// <summary>The objective in words.</summary>
    public string Description { get; } = description;

    /// <summary>Ids of the layers it reads.</summary>
    public IReadOnlyCollection<string> Layers { get; } = layers;

    /// <summary>Computes the scalar, in the caller's dispose scope.</summary>
    public Tensor Evaluate(Evaluation evaluation) => evaluate(evaluation);

    /// <summary>The sum of two objectives.</summary>
    public static Objective operator +(Objective left, Objective right) => new(
        $"{left.Description} + {right.Description}",
        [.. left.Layers.Union(right.Layers)],
        evaluation => left.Evaluate(evaluation) + right.Evaluate(evaluation));

    /// <summary>The difference of two objectives.</summary>
    public static Objective operator -(Objective left, Objective right) => left + (-1 * right);

    /// <summary>An objective with a weight.</summary>
    public static Objective operator *(double weight, Objective objective) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{weight} · {objective.Description}"),
        objective.Layers,
        evaluation => weight * objective.Evaluate(evaluation));
}

/// <summary>What an objective may look at.</summary>
/// <param name="Activations">The layers it declared, each [batch, channels, height, width] or [batch, features].</param>
/// <param name="Image">The picture before any random transformation, [batch, 3, height, width] in 0..1.</param>
public sealed record Evaluation(IReadOnlyDictionary<string, Tensor> Activations, Tensor Image);
