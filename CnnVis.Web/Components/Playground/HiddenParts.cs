using Microsoft.AspNetCore.WebUtilities;
using static CnnVis.Web.Languages.Words;

namespace CnnVis.Web.Components.Playground;

/// <summary>The parts of a page that its address leaves out, <c>hide=network,seed</c>: so that nothing distracts a class.</summary>
public sealed record HiddenParts(string Names)
{
    private const string Member = "hide";

    /// <summary>What a class on the other side of the room has no use for.</summary>
    public const string WhilePresenting = "navigation,explanation,seed,link,downloads,conventions";

    /// <summary>What can be left out, with words for people, keys of <see cref="Languages.Words"/>.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("navigation", Key("other techniques")), ("explanation", Key("how it works")), ("picture", Key("pictures")), ("network", Key("networks")),
        ("settings", Key("settings")), ("advanced", Key("advanced settings")), ("seed", Key("seed")), ("link", Key("link to the settings")), ("compare", Key("comparing")),
        ("timeline", Key("timeline")), ("numbers", Key("progress and curves")), ("downloads", Key("downloads")), ("conventions", Key("other conventions")),
    ];

    public static HiddenParts Of(string address) =>
        new(QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(Member, out var names) ? $"{names}" : "");

    /// <summary>As a member of an address's query.</summary>
    public static KeyValuePair<string, object?> Query(IEnumerable<string> names) =>
        new(Member, string.Join(',', names) is { Length: > 0 } some ? some : null);

    public HiddenParts With(string names) => new($"{Names},{names}");

    public bool Has(string name) => Names.Split(',').Contains(name, StringComparer.Ordinal);
}
