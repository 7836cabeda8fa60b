using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CnnVis.Core;
using CnnVis.Core.Techniques;
using Microsoft.AspNetCore.WebUtilities;

namespace CnnVis.Web.Components.Playground;

/// <summary>
/// A playground's settings as the query of its address: <c>network</c>, <c>image</c>, <c>seed</c>, and each option that is not
/// its default under the name it has in specs; <c>go=1</c> runs at once. So a teacher can prepare a link.
/// </summary>
internal static class PlaygroundAddress
{
    private const int MostQuoted = 40;
    private const string Network = "network", Image = "image", Seed = "seed", Go = "go", FormerGo = "start";

    /// <summary>The query's members for these settings; null means that a member is left out.</summary>
    /// <param name="network">The network's id, or null for the page's own choice.</param>
    /// <param name="image">The picture's id, or null for the page's own choice.</param>
    /// <param name="usual">What the page begins with; the defaults if left out.</param>
    public static Dictionary<string, object?> Write(
        string? network, TechniqueOptions options, long seed, string? image, bool go = false, TechniqueOptions? usual = null)
    {
        var (defaults, chosen) = (RunSpecJson.ToJson(usual ?? (TechniqueOptions)Activator.CreateInstance(options.GetType())!), RunSpecJson.ToJson(options));
        var query = chosen.ToDictionary(
            option => option.Key,
            object? (option) => JsonNode.DeepEquals(option.Value, defaults[option.Key]) ? null : Text(option.Value));
        (query[Network], query[Image], query[Seed], query[Go]) = (network, image, seed == 0 ? null : seed, go ? 1 : null);
        return query;
    }

    /// <summary>The members of <see cref="Write"/>, all left out.</summary>
    public static Dictionary<string, object?> Nothing<TOptions>()
        where TOptions : TechniqueOptions, new() => Write(null, new TOptions(), 0, null);

    /// <summary>What an address asks for, or null if it asks for nothing.</summary>
    /// <exception cref="InvalidOptionsException">A value is of the wrong kind; ranges are not checked here.</exception>
    /// <param name="usual">What the page begins with; the defaults if left out.</param>
    public static Opening<TOptions>? Read<TOptions>(string address, TOptions? usual = null)
        where TOptions : TechniqueOptions, new()
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query).ToDictionary(member => member.Key, member => $"{member.Value}");
        var start = query.GetValueOrDefault(Go) == "1" || query.GetValueOrDefault(FormerGo) == "1";
        if (query.GetValueOrDefault(FormerGo) == "1")
        {
            query.Remove(FormerGo);
        }

        return Nothing<TOptions>().Keys.Any(query.ContainsKey) || start
            ? new(query.GetValueOrDefault(Network), OptionsOf(query, usual ?? new TOptions()), SeedOf(query), query.GetValueOrDefault(Image), start)
            : null;
    }

    private static TOptions OptionsOf<TOptions>(Dictionary<string, string> query, TOptions usual)
        where TOptions : TechniqueOptions
    {
        var json = RunSpecJson.ToJson(usual);
        foreach (var name in json.Select(option => option.Key).Where(query.ContainsKey).ToList())
        {
            json[name] = ValueOf<TOptions>(name, query[name]);
        }

        return json.Deserialize<TOptions>(RunSpecJson.Options)!;
    }

    // A text may look like a number, and the number of a class like a text: the option itself decides.
    private static JsonNode? ValueOf<TOptions>(string name, string text)
    {
        foreach (var candidate in Candidates(text))
        {
            try
            {
                new JsonObject { [name] = candidate?.DeepClone() }.Deserialize<TOptions>(RunSpecJson.Options);
                return candidate;
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                // The other one, perhaps.
            }
        }

        throw new InvalidOptionsException($"The address says {name}={text[..Math.Min(text.Length, MostQuoted)]}, and that is no value for it.");
    }

    private static IEnumerable<JsonNode?> Candidates(string text)
    {
        JsonNode? json = null;
        try
        {
            json = JsonNode.Parse(text, documentOptions: new() { MaxDepth = RunSpecJson.Options.MaxDepth });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // So it is a plain text.
        }

        return json is null ? [JsonValue.Create(text)] : [json, JsonValue.Create(text)];
    }

    private static long SeedOf(Dictionary<string, string> query) => !query.TryGetValue(Seed, out var text) ? 0
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) && seed <= RunSpec.MaxSeed ? seed
        : throw new InvalidOptionsException($"seed must be 0 to {RunSpec.MaxSeed}.");

    private static string? Text(JsonNode? value) => value is JsonValue single && single.TryGetValue(out string? text) ? text : value?.ToJsonString();
}
