using System.Text.Json;

namespace CnnVis.Core.Training.Drawings;

/// <summary>A kind of thing that the built-in network knows.</summary>
/// <param name="Id">Its short name, such as <c>fir-tree</c>.</param>
/// <param name="English">Its name in English.</param>
/// <param name="German">Its name in German.</param>
/// <param name="Names">What the drawing sets call it; a set may number its variants (<c>dog-1</c>).</param>
/// <param name="FxEmoji">What Firefox OS Emoji calls it beside those names, whose hyphens it leaves out.</param>
public sealed record DrawingClass(
    string Id, string English, string German, IReadOnlyList<string> Names, IReadOnlyList<string> FxEmoji)
{
    private const string Resource = "CnnVis.Core.Training.Drawings.classes.json";

    /// <summary>All classes, in the order of the network's logits.</summary>
    public static IReadOnlyList<DrawingClass> All { get; } = Read();

    /// <summary>The names under which a set may know this class, in the order of preference.</summary>
    public IEnumerable<string> NamesIn(DrawingSet set) => set.Id == "fxemoji"
        ? Names.Select(name => name.Replace("-", "", StringComparison.Ordinal)).Concat(Names).Concat(FxEmoji)
        : Names;

    private static DrawingClass[] Read()
    {
        using var stream = typeof(DrawingClass).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not among the resources.");
        return JsonSerializer.Deserialize<DrawingClass[]>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}
