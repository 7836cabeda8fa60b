using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using CnnVis.Core.Attribution;
using CnnVis.Core.Imaging;
using CnnVis.Core.Networks;
using CnnVis.Core.Techniques;
using CnnVis.Core.Techniques.GapLab;
using CnnVis.Core.Techniques.Saliency;
using CnnVis.Core.Training.Data;
using CnnVis.Core.Training.Drawings;
using CnnVis.Tests.Support;
using CnnVis.Web.Languages;
using CnnVis.Web.Runs;
using MudBlazor;

namespace CnnVis.Tests.Web.Languages;

/// <summary>The sentences as the source says them, and as a language translates them.</summary>
internal static partial class Sentences
{
    /// <summary>All that is asked for by <c>L["…"]</c> or <c>L.Html("…")</c>, or marked by <c>Key("…")</c>.</summary>
    public static IReadOnlySet<string> OfTheSource { get; } = new[] { "*.razor", "*.cs" }
        .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Shared.Root(), "CnnVis.Web"), kind, SearchOption.AllDirectories))
        .SelectMany(file => Asked().Matches(File.ReadAllText(file)))
        .Select(match => Regex.Unescape(match.Groups[1].Value)).ToHashSet(StringComparer.OrdinalIgnoreCase); // as resources have it

    /// <summary>What the engine calls its things, for people; names that are nobody's words are left out.</summary>
    public static IReadOnlySet<string> OfTheEngine { get; } = new string[][]
    {
        [MapNotes.Silence, SaliencyTechnique.Silence, NetworkCatalog.Architectures[0].Title],
        [.. NetworkCatalog.Architectures.Select(network => network.Summary)],
        [.. NetworkCatalog.Architectures.SelectMany(network => network.Graph.Nodes).Select(node => node.Operation.Kind)],
        [.. TechniqueCatalog.All.Select(technique => technique.Title)],
        [.. GapLabPresets.All.SelectMany(preset => new[] { preset.Title, preset.Summary })],
        [.. DataSetInfo.All.Select(data => data.Title)],
        [.. DataSetInfo.All.SelectMany(data => data.Classes)],
        [.. DrawingClass.All.Select(kind => kind.English)],
        [.. ColourMap.All.Select(map => map.Title)],
        [.. Directory.EnumerateFiles(Path.Combine(Shared.Root(), "wwwroot-assets", "samples"), "*.jpg").Select(file => SamplePictures.TitleOf(Path.GetFileName(file)))],
    }.SelectMany(words => words).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What exceptions say; a page says it in its language where that has it.</summary>
    public static IReadOnlySet<string> OfProblems { get; } = new[] { "CnnVis.Core", "CnnVis.Web" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Shared.Root(), folder), "*.cs", SearchOption.AllDirectories))
        .SelectMany(file => Thrown().Matches(File.ReadAllText(file)))
        .SelectMany(call => Literal().Matches(Joint().Replace(call.Value, "")))
        .Select(literal => Regex.Unescape(Pattern(literal.Groups[1].Value)))
        .Concat(from thing in Things select $"There is no {thing} \"{{0}}\". {{1}}")
        .Concat(from things in new[] { "runs", "uploads", "exports", "rooms" } select $"All {{0}} places for {things} are taken: try again in a moment.")
        .Concat(from what in new[] { "students", "wrong codes", "new rooms" } select $"Too many {what} came from your place just now: wait a minute and try again.")
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Things =>
    [
        "network", "layer", "channel", "class", "technique", "picture", "run", "room", "post", "step", "result", "data-set", "test-picture", "frame",
    ];

    /// <summary>MudBlazor's own, which its components ask for by names such as <c>MudInput_Clear</c>.</summary>
    public static IReadOnlySet<string> OfMudBlazor { get; } = Entries(
        new ResourceManager("MudBlazor.Resources.LanguageResource", typeof(MudButton).Assembly), CultureInfo.InvariantCulture).Keys.ToHashSet();

    /// <summary>A language's file.</summary>
    public static IReadOnlyDictionary<string, string> In(string language) =>
        Entries(new ResourceManager(typeof(Words)), CultureInfo.GetCultureInfo(language));

    /// <summary>The places where something is put in, such as <c>{0}</c>.</summary>
    public static IEnumerable<string> Places(string sentence) => Place().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    // What is put into a sentence, numbered as the compiler does.
    private static string Pattern(string literal)
    {
        var number = 0;
        return Gap().Replace(literal, gap => $"{{{number++}{gap.Groups[1].Value}}}");
    }

    private static Dictionary<string, string> Entries(ResourceManager resources, CultureInfo language) =>
        resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    [GeneratedRegex("""\b(?:L\[|L\.Html\(|Key\()\s*"((?:[^"\\]|\\.)*)"(?=\s*[\],)])""")]
    private static partial Regex Asked();

    // By an exception, by what throws one where something does not hold, or by a rule for options.
    [GeneratedRegex("""(?:(?:Exception|Sentence\.Of|\bTrue|\bLength|\bMarkdown|Require)\(|ErrorMessage = )(?:[^;"]|\$?"(?:[^"\\]|\\.)*")*""")]
    private static partial Regex Thrown();

    // A long sentence is written in pieces.
    [GeneratedRegex("\"\\s*\\+\\s*\\$?\"")]
    private static partial Regex Joint();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*?(:[A-Z]\d)?\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();
}
