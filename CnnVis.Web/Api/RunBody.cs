using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace CnnVis.Web.Api;

/// <summary>What starts a run, as the OpenAPI document describes it; <see cref="RunRequest"/> reads it.</summary>
internal static class RunBody
{
    public static OpenApiSchema Schema { get; } = new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "technique" },
        AdditionalPropertiesAllowed = false,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["technique"] = Of(JsonSchemaType.String, "The technique's id; /api/techniques lists them."),
            ["network"] = Of(JsonSchemaType.String, "The network's id; builtin if left out. With -random- and a layer after it, as in builtin-random-conv5, its weights from that layer on are drawn anew."),
            ["image"] = Of(JsonSchemaType.String, "The id of the picture to start from, where the technique needs one."),
            ["options"] = Of(JsonSchemaType.Object, "The technique's options; what is left out is as /api/techniques says."),
            ["seed"] = Of(JsonSchemaType.Integer, "Starts the random generator, 0 to 4294967295; 0 if left out."),
            ["changes"] = Of(JsonSchemaType.Array, "What changes on the way, in order, such as [{\"after\":40,\"options\":{\"rate\":0.1}}]: from the step after that one on."),
            ["fresh"] = Of(JsonSchemaType.Boolean, "true for a new run though the same was computed before; false if left out."),
        },
        Examples = [JsonNode.Parse("""{"technique":"neuron","network":"builtin","options":{"channel":3},"seed":1}""")!],
    };

    private static OpenApiSchema Of(JsonSchemaType type, string description) => new() { Type = type, Description = description };
}
