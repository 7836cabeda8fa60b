using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CnnVis.Core.Techniques;

/// <summary>The options that can change while a run goes on, by the names they have in JSON; all are numbers.</summary>
public static class LiveOptions
{
    /// <summary>Their names.</summary>
    /// <param name="options">The record that holds a technique's options.</param>
    public static IReadOnlyList<string> Of(Type options) => [.. options.GetProperties()
        .Where(option => option.GetCustomAttribute<LiveAttribute>() is not null)
        .Select(option => JsonNamingPolicy.CamelCase.ConvertName(option.Name))];

    /// <summary>The options with other values for some that are live; ranges are not checked here.</summary>
    /// <exception cref="InvalidOptionsException">One is not live, or is to be a whole number and is not.</exception>
    public static TechniqueOptions With(TechniqueOptions options, IReadOnlyDictionary<string, double> change)
    {
        var (type, node) = (options.GetType(), RunSpecJson.ToJson(options));
        foreach (var (name, value) in change)
        {
            RequireLive(name, type);
            node[name] = Number(value);
        }

        try
        {
            return (TechniqueOptions)node.Deserialize(type, RunSpecJson.Options)!;
        }
        catch (JsonException e)
        {
            throw new InvalidOptionsException($"{e.Path?.TrimStart('$', '.')} must be a whole number.", e);
        }
    }

    /// <summary>What must change in a run with some options for it to go on with others, or null where that cannot be: then a new run is needed.</summary>
    /// <returns>The new values by name; none if nothing differs.</returns>
    public static IReadOnlyDictionary<string, double>? Difference(TechniqueOptions from, TechniqueOptions to)
    {
        var (before, after) = (RunSpecJson.ToJson(from), RunSpecJson.ToJson(to));
        var names = after.Where(option => !JsonNode.DeepEquals(option.Value, before[option.Key])).Select(option => option.Key).ToList();
        return from.GetType() == to.GetType() && names.All(name => Of(to.GetType()).Contains(name) && after[name] is not null)
            ? names.ToDictionary(name => name, name => after[name]!.GetValue<double>())
            : null;
    }

    // Whole numbers without a fraction, so that they can be read as such.
    private static JsonValue Number(double value) => double.IsInteger(value) && Math.Abs(value) < int.MaxValue
        ? JsonValue.Create((int)value)
        : JsonValue.Create(double.IsFinite(value) ? value : throw new InvalidOptionsException("An option must be a number."));

    private static void RequireLive(string name, Type type)
    {
        if (!Of(type).Contains(name))
        {
            var live = Of(type) is { Count: > 0 } some ? $"these can: {string.Join(", ", some)}" : "none of this technique can";
            throw new InvalidOptionsException($"\"{name.Shortened()}\" cannot change while a run goes on; {live}.");
        }
    }
}
