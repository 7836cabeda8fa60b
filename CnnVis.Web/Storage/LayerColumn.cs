using System.Text.Json.Nodes;
using CnnVis.Core;
using CnnVis.Core.Techniques;

namespace CnnVis.Web.Storage;

/// <summary>The layer by which a run is found again: techniques name theirs as <c>layer</c>, or several as <c>layers</c>.</summary>
internal static class LayerColumn
{
    public static string? Of(TechniqueOptions options)
    {
        var json = RunSpecJson.ToJson(options);
        var first = (json["layers"] as JsonArray)?.FirstOrDefault();
        return Text(json["layer"]) ?? Text(first) ?? Text((first as JsonObject)?["layer"]);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
