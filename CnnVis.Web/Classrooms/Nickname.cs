using System.Globalization;
using System.Resources;
using System.Text;
using CnnVis.Core;
using CnnVis.Web.Languages;

namespace CnnVis.Web.Classrooms;

/// <summary>What a student is called in a room.</summary>
internal static class Nickname
{
    public const int MostLetters = 24;
    private const int MostCharacters = 200; // before it is looked at: letters with their marks are short of that
    private const int MostMarks = 6;
    private static readonly int[] Invisible = [0x115F, 0x1160, 0x3164, 0xFFA0]; // letters of Korean that show nothing
    private static readonly ResourceManager Teacher = new(typeof(Words));
    private const string Signs = " -'._";

    /// <summary>The name as the room writes it.</summary>
    /// <exception cref="InvalidOptionsException">It is empty, too long, or holds what is no letter of a name.</exception>
    public static string Read(string? typed)
    {
        var name = typed is { Length: <= MostCharacters } ? Tidy(typed) : null;
        return name is { Length: > 0 } && IsShort(name) && name.EnumerateRunes().All(IsOfName) && name.EnumerateRunes().Any(Rune.IsLetterOrDigit) && !IsTheTeachers(name)
            ? name
            : throw new InvalidOptionsException($"A nickname has 1 to {MostLetters} letters, digits, spaces or one of - ' . _, and is not the teacher's: choose another.");
    }

    /// <summary>Whether two names would be taken for each other.</summary>
    public static bool Same(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static string? Tidy(string typed)
    {
        try
        {
            return string.Join(' ', typed.Normalize(NormalizationForm.FormKC).Replace('\u2019', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (ArgumentException)
        {
            return null; // half a character
        }
    }

    // Marks that stand on a letter count with it, a few of them.
    private static bool IsShort(string name)
    {
        var letters = StringInfo.ParseCombiningCharacters(name);
        return letters.Length <= MostLetters && letters.Append(name.Length).Zip(letters.Skip(1).Append(name.Length), (from, to) => to - from).All(length => length <= MostMarks);
    }

    // In any language that the pages speak.
    private static bool IsTheTeachers(string name) => Language.All.Any(language => Same(name, Teacher.GetResourceSet(language, createIfNotExists: true, tryParents: false)?.GetString("Teacher") ?? "Teacher"));

    private static bool IsOfName(Rune letter) => !Invisible.Contains(letter.Value) && IsVisible(letter);

    private static bool IsVisible(Rune letter) => Rune.IsLetterOrDigit(letter) || (letter.IsAscii && Signs.Contains((char)letter.Value))
        || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
