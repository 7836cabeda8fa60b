using System.Globalization;
using System.Text.Json;
using CnnVis.Core.Networks;
using CnnVis.Core.Networks.Architectures;
using CnnVis.Core.Weights;
using static TorchSharp.torch;

namespace CnnVis.Core.Training.Drawings;

/// <summary>The trained network as a file, such as is shipped: folded, its head centred, in half precision, and self-describing.</summary>
public static class FinishedNetwork
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">Where; a file of that name is replaced.</param>
    /// <param name="trained">The weights as trained; they stay the caller's.</param>
    /// <param name="log">The training's log, kept in the file.</param>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> trained, string log)
    {
        using var scope = NewDisposeScope();
        var finished = HeadCentering.Center(Folding.Fold(DrawingNet.Trained, trained), DrawingNet.Head);
        SafetensorsWriter.Write(path, finished.ToDictionary(e => e.Key, e => e.Value.to_type(ScalarType.Float16)), Description(log));
    }

    /// <summary>The network of such a file; it is the caller's.</summary>
    /// <exception cref="InvalidWeightsException">The file is damaged or holds another network.</exception>
    public static Network Read(string path) => DrawingNet.BuiltIn.Read(path, DrawingNet.BuiltIn.Describe([]));

    private static Dictionary<string, string> Description(string log) => new()
    {
        ["labels.en"] = JsonSerializer.Serialize(DrawingClass.All.Select(kind => kind.English), Plain),
        ["labels.de"] = JsonSerializer.Serialize(DrawingClass.All.Select(kind => kind.German), Plain),
        ["preprocessing"] = string.Create(
            CultureInfo.InvariantCulture, $"RGB, side {DrawingNet.BuiltIn.InputSize}, (x / 255 - {Preprocessing.Halves.Mean[0]}) / {Preprocessing.Halves.Deviation[0]}"),
        ["credits"] = string.Join("\n", DrawingSet.All.Where(set => !set.HeldOut).Select(set => set.Credit)),
        ["log"] = log,
    };

    private static JsonSerializerOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
