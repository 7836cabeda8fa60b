using static TorchSharp.torch;

namespace CnnVis.Core.Training.Drawings;

/// <summary>A batch of composed scenes; the tensors belong to the caller's dispose scope.</summary>
/// <param name="Images">[count, 3, size, size] in 0..1, red first.</param>
/// <param name="Targets">[count, classes]: 1 at the class shown, or one half at each of two.</param>
/// <param name="Objects">What is where, for each of one or two objects per scene.</param>
public sealed record SceneBatch(Tensor Images, Tensor Targets, IReadOnlyList<SceneObjects> Objects);

/// <summary>One object of each scene in a batch.</summary>
/// <param name="Classes">[count], int64.</param>
/// <param name="Cover">[count, 1, size, size]: how much of each pixel it covers, 0 to 1.</param>
/// <param name="Present">[count], whether the scene has this object.</param>
public sealed record SceneObjects(Tensor Classes, Tensor Cover, Tensor Present);
