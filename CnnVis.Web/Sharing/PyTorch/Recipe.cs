using System.Text.Json;
using CnnVis.Core;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques.DeepDream;
using CnnVis.Core.Techniques.GapVisualization;
using CnnVis.Core.Techniques.GradCam;
using CnnVis.Core.Techniques.Saliency;

namespace CnnVis.Web.Sharing.PyTorch;

/// <summary>How a technique is told in Python: which parts, and what they must know.</summary>
internal sealed record Recipe(IReadOnlyList<string> Parts, IReadOnlyList<PythonConstant> Constants)
{
    /// <param name="find">Finds the pictures whose sizes matter.</param>
    /// <returns>The recipe, or null where there is none for the technique.</returns>
    public static Recipe? For(RunSpec spec, NetworkInfo network, Func<string, Picture> find) => spec.Options switch
    {
        SaliencyOptions options => SaliencyRecipe.Of(options, network),
        GradCamOptions options => GradCamRecipe.Of(options, network),
        GapOptions options => GapRecipe.Of(options, network),
        DeepDreamOptions options => DeepDreamRecipe.Of(options, network, find(spec.Image!), spec.Seed),
        _ => null,
    };

    /// <summary>A choice as specs write it; the parts that do it are called so, too.</summary>
    public static string Word<T>(T choice) where T : struct, Enum => JsonSerializer.SerializeToElement(choice, RunSpecJson.Options).GetString()!;

    /// <summary>The classes asked for, with their names.</summary>
    public static PythonConstant Classes(ClassTargets targets, NetworkInfo network) => new(
        "CLASSES",
        targets.Indices,
        targets.IsTop ? "none: the most probable" : string.Join(", ", targets.Indices.Select(index => network.Classes[index])));
}
