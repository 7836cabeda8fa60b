using System.Text.Json.Nodes;
using CnnVis.Core;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Web.Sharing;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Components.Playground;

/// <summary>What stages side by side are called: by what they are set to, and where that is alike, by what differs.</summary>
internal static class StageNames
{
    private const int LongestValue = 24; // a list of weights tells nobody anything

    public static IReadOnlyList<string> Of(IStringLocalizer L, IReadOnlyList<(NetworkInfo Network, TechniqueOptions Options)> stages)
    {
        var settings = stages.Select(stage => RunWords.Setting(L, stage.Network, stage.Options)).ToList();
        var names = stages.Select((stage, place) => Told(settings[place], Differences(
            stage.Options, stages.Where((_, other) => settings[other] == settings[place]).Select(other => other.Options)))).ToList();
        return [.. names.Select((name, place) => names.Count(other => other == name) > 1 ? $"{name} · {place + 1}" : name)];
    }

    private static string Told(string setting, IReadOnlyList<string> differences) => string.Join(" · ", differences.Prepend(setting));

    // Such as "octaves 2", as specs write it.
    private static List<string> Differences(TechniqueOptions options, IEnumerable<TechniqueOptions> alike)
    {
        var all = alike.Select(RunSpecJson.ToJson).ToList();
        return [.. RunSpecJson.ToJson(options)
            .Where(option => all.Exists(other => !JsonNode.DeepEquals(other[option.Key], option.Value)))
            .Select(option => (option.Value is null ? "–" : SharedRunWords.Text(option.Value)) is { Length: <= LongestValue } value ? $"{option.Key} {value}" : option.Key)];
    }
}
