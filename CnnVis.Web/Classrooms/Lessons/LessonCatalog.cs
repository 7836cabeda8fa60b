using System.Globalization;
using Microsoft.Extensions.FileProviders;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>The lessons that come with the application: <c>lessons/01-layers.en.json</c> and its translations.</summary>
internal sealed class LessonCatalog(IWebHostEnvironment environment)
{
    private const string Folder = "assets/lessons";
    private const string Original = "en";

    private readonly Lazy<IReadOnlyList<ReadyLesson>> _all = new(() => Read(environment.WebRootFileProvider));

    /// <summary>Each lesson in the reader's language, or where nobody translated it in English.</summary>
    public IReadOnlyList<ReadyLesson> In(CultureInfo language) =>
        [.. _all.Value.GroupBy(lesson => lesson.Id).Select(same => same.FirstOrDefault(lesson => lesson.Language == language.TwoLetterISOLanguageName)
            ?? same.First(lesson => lesson.Language == Original))];

    private static List<ReadyLesson> Read(IFileProvider files) =>
    [
        .. files.GetDirectoryContents(Folder)
            .Where(file => file.Name.EndsWith(".json", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(Read),
    ];

    private static ReadyLesson Read(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        var words = file.Name.Split('.');
        return new ReadyLesson(words[0], words[1], LessonFile.Read(reader.ReadToEnd()));
    }
}

/// <param name="Id">Its file's name, without the language.</param>
internal sealed record ReadyLesson(string Id, string Language, Lesson Lesson);
