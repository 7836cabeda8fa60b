using System.Text.RegularExpressions;

namespace CnnVis.Web.Hosting;

/// <summary>Whose pages may show runs in a frame, as the setting <c>CnnVis:EmbedParents</c> says it.</summary>
internal static partial class EmbedParents
{
    private const string Everybody = "*";

    /// <summary>The sources for <c>frame-ancestors</c>; our own pages are always among them.</summary>
    public static string Sources(string? setting)
    {
        var entries = Entries(setting);
        return entries.Contains(Everybody) ? Everybody : string.Join(' ', entries.Prepend("'self'"));
    }

    /// <summary>Whether anybody but ourselves may.</summary>
    public static bool Any(string? setting) => Entries(setting).Length > 0;

    /// <summary>What is wrong with the setting, in a sentence, or null.</summary>
    public static string? Problem(string? setting) =>
        Entries(setting).FirstOrDefault(entry => entry != Everybody && !Origin.IsMatch(entry)) is { } wrong
            ? $"CnnVis:EmbedParents names \"{wrong}\", which is no origin: write scheme and host, such as https://school.example or https://*.school.example, several with spaces between, or * for everybody."
            : null;

    private static string[] Entries(string? setting) => setting?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    // What ends a source or a directive cannot match, so that the header says what was meant and nothing more.
    [GeneratedRegex(@"^https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Origin { get; }
}
