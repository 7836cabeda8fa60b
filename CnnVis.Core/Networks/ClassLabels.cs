using System.Text.Json;

namespace CnnVis.Core.Networks;

/// <summary>The names of classes.</summary>
public static class ClassLabels
{
    private const int Count = 1000;

    /// <summary>
    /// ImageNet's thousand names from <c>imagenet_labels.json</c> (a JSON list of strings in the order of the logits)
    /// in the models directory, or <see cref="Numbered"/> where that file is not there.
    /// </summary>
    /// <exception cref="InvalidWeightsException">The file is there but holds something else.</exception>
    public static IReadOnlyList<string> ImageNet(string? modelsDirectory)
    {
        var path = Path.Combine(modelsDirectory ?? "", "imagenet_labels.json");
        return modelsDirectory is not null && File.Exists(path)
            ? Read(path)
            : Numbered;
    }

    /// <summary>"class 0", "class 1" … for a thousand classes without names.</summary>
    public static IReadOnlyList<string> Numbered { get; } = [.. Enumerable.Range(0, Count).Select(index => $"class {index}")];

    private static string[] Read(string path)
    {
        try
        {
            var names = JsonSerializer.Deserialize<string?[]>(File.ReadAllText(path)) ?? [];
            return names.Length == Count && names.OfType<string>().ToArray() is { Length: Count } all
                ? all
                : throw new InvalidWeightsException($"imagenet_labels.json must hold {Count} names.");
        }
        catch (JsonException e)
        {
            throw new InvalidWeightsException("imagenet_labels.json is not a JSON list of names.", e);
        }
    }
}
