using Microsoft.AspNetCore.WebUtilities;

namespace CnnVis.Web.Components.Playground;

/// <summary>The parts of a page that its address leaves out, <c>hide=network,seed</c>: so that nothing distracts a class.</summary>
public sealed record HiddenParts(string Names)
{
    private const string Member = "hide";

    /// <summary>What a class on the other side of the room has no use for.</summary>
    public const string WhilePresenting = "navigation,explanation,seed,link,downloads,conventions";

    /// <summary>What can be left out, with words for people.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        ("navigation", "other techniques"), ("explanation", "how it works"), ("picture", "pictures"), ("network", "networks"),
        ("settings", "settings"), ("advanced", "advanced settings"), ("seed", "seed"), ("link", "link to the settings"), ("compare", "comparing"),
        ("timeline", "timeline"), ("numbers", "progress and curves"), ("downloads", "downloads"), ("conventions", "other conventions"),
    ];

    public static HiddenParts Of(string address) =>
        new(QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(Member, out var names) ? $"{names}" : "");

    /// <summary>As a member of an address's query.</summary>
    public static KeyValuePair<string, object?> Query(IEnumerable<string> names) =>
        new(Member, string.Join(',', names) is { Length: > 0 } some ? some : null);

    public HiddenParts With(string names) => new($"{Names},{names}");

    public bool Has(string name) => Names.Split(',').Contains(name, StringComparer.Ordinal);
}
