namespace CnnVis.Core;

/// <summary>What a network says about one class of a picture.</summary>
/// <param name="Class">The class's place among the logits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Logit">Its score before the softmax.</param>
/// <param name="Probability">Its share after the softmax over all classes, 0 to 1.</param>
public sealed record Prediction(int Class, string Name, double Logit, double Probability);
