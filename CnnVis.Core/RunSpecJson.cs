using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CnnVis.Core.Techniques;

namespace CnnVis.Core;

/// <summary>
/// The one JSON form of a spec: camelCase, members in the order of the records, nothing left out but an empty list of changes. The same spec
/// always gives the same text, so its SHA-256 names it.
/// </summary>
public static class RunSpecJson
{
    private const int MaxDepth = 8;
    private const string DefaultNetwork = "builtin";

    /// <summary>How specs and options are written and read; unknown members are errors.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new ExactEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        MaxDepth = MaxDepth,
    };

    /// <summary>Writes a spec.</summary>
    public static string Write(RunSpec spec)
    {
        var json = new JsonObject
        {
            ["technique"] = spec.Technique,
            ["network"] = spec.Network,
            ["image"] = spec.Image,
            ["options"] = ToJson(spec.Options),
            ["seed"] = spec.Seed,
        };
        if (spec.Changes.Count > 0)
        {
            json["changes"] = JsonSerializer.SerializeToNode(spec.Changes, Options);
        }

        return json.ToJsonString();
    }

    /// <summary>Options as specs hold them.</summary>
    public static JsonObject ToJson(TechniqueOptions options) =>
        JsonSerializer.SerializeToNode(options, options.GetType(), Options)!.AsObject();

    /// <summary>Reads a spec; options that are left out get their defaults.</summary>
    /// <exception cref="CnnVisException">It is no spec, or names an unknown technique or option.</exception>
    public static RunSpec Read(string json)
    {
        try
        {
            var form = JsonSerializer.Deserialize<Form>(json, Options) ?? throw new JsonException("The body is empty");
            var technique = TechniqueCatalog.Find(form.Technique);
            var (type, network) = (technique.OptionsType, form.Network ?? (technique.NeedsNetwork ? DefaultNetwork : null));
            var options = form.Options is { ValueKind: not JsonValueKind.Null } given
                ? given.Deserialize(type, Options)
                : Activator.CreateInstance(type);
            return new RunSpec(form.Technique, network, form.Image, (TechniqueOptions)options!, form.Seed) { Changes = form.Changes };
        }
        catch (JsonException e)
        {
            throw new InvalidOptionsException($"The run could not be read: {Plain(e)}.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOptionsException("The run could not be read: it holds half a character.", e);
        }
    }

    /// <summary>The SHA-256 of the spec's JSON, in lower-case hexadecimal.</summary>
    public static string Hash(RunSpec spec) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(spec))));

    // The library's sentence goes on with type names and byte positions that help nobody here.
    private static string Plain(JsonException error) => error.Path is { Length: > 1 } path
        ? $"\"{path.TrimStart('$', '.').Shortened()}\" is unknown, given twice, or its value is of the wrong kind"
        : "it is not a JSON object with technique, network, image, options and seed";

    private sealed record Form
    {
        public required string Technique { get; init; }

        public string? Network { get; init; }

        public string? Image { get; init; }

        public JsonElement? Options { get; init; }

        public long Seed { get; init; }

        public IReadOnlyList<OptionsChange> Changes { get; init; } = [];
    }
}
