using System.Text.Json;
using CnnVis.Tests.Support;

namespace CnnVis.Tests.Core.Networks;

/// <summary>What torchvision says about an architecture whose weights come from <see cref="FormulaTensors"/>.</summary>
/// <param name="GradientRow">The gradient of logit 7 for the first 16 pixels of the first colour's row 100.</param>
internal sealed record ArchitectureReference(
    int Side,
    IReadOnlyDictionary<string, long[]> StateDict,
    double[] Logits,
    double LogitsMean,
    double LogitsDeviation,
    int Argmax,
    double[] GradientRow,
    double GradientMean,
    double GradientDeviation)
{
    /// <summary>Reads it from beside the tests, or else from <c>../shared</c>.</summary>
    public static ArchitectureReference Read(string id)
    {
        var own = Path.Combine(AppContext.BaseDirectory, "Core", "Networks", "References", $"{id}.json");
        var path = File.Exists(own) ? own : Shared.Golden($"architectures/{id}.json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        var gradient = root.GetProperty("gradient_of_logit7");
        return new(
            root.GetProperty("input_size").GetInt32(),
            root.GetProperty("state_dict").EnumerateArray().ToDictionary(entry => entry[0].GetString()!, entry => Shape(entry[1])),
            Doubles(root.GetProperty("logits_first16")),
            root.GetProperty("logits_mean").GetDouble(),
            root.GetProperty("logits_std").GetDouble(),
            root.GetProperty("argmax").GetInt32(),
            Doubles(gradient.GetProperty("first16_of_channel0_row100")),
            gradient.GetProperty("mean").GetDouble(),
            gradient.GetProperty("std").GetDouble());
    }

    private static long[] Shape(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetInt64())];

    private static double[] Doubles(JsonElement list) => [.. list.EnumerateArray().Select(n => n.GetDouble())];
}
