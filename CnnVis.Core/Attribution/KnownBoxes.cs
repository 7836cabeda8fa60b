using System.Text.Encodings.Web;
using System.Text.Json;

namespace CnnVis.Core.Attribution;

/// <summary>The known boxes of several pictures as a JSON file: from the name of a picture's file to the list of its boxes.</summary>
public static class KnownBoxes
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web)
    {
        RespectRequiredConstructorParameters = true, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It holds something else.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<KnownBox>> Read(Stream json) =>
        JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<KnownBox>>>(json, Options) ?? [];

    /// <summary>The file that <see cref="Read"/> reads back.</summary>
    public static string Write(IReadOnlyDictionary<string, IReadOnlyList<KnownBox>> boxes) => JsonSerializer.Serialize(boxes, Options) + "\n";
}
