using System.Globalization;

namespace CnnVis.Web.Languages;

/// <summary>The languages the pages can be read in: English, and those that the build found a translation of.</summary>
internal static class Language
{
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    public static IReadOnlyList<CultureInfo> All { get; } = [English, .. Translated()];

    // The build puts each language's sentences into a folder of the language's name.
    private static IEnumerable<CultureInfo> Translated()
    {
        var file = $"{typeof(Words).Assembly.GetName().Name}.resources.dll";
        return Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, file)))
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Select(CultureInfo.GetCultureInfo);
    }
}
