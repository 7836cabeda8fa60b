using System.Globalization;
using System.Text;
using CnnVis.Core;

namespace CnnVis.Web.Classrooms;

/// <summary>What a student is called in a room.</summary>
internal static class Nickname
{
    public const int MostLetters = 24;
    private const int MostCharacters = 200; // before it is looked at: letters with their marks are short of that
    private const string Signs = " -'._";

    /// <summary>The name as the room writes it.</summary>
    /// <exception cref="InvalidOptionsException">It is empty, too long, or holds what is no letter of a name.</exception>
    public static string Read(string? typed)
    {
        var name = typed is { Length: <= MostCharacters } ? Tidy(typed) : null;
        return name is { Length: > 0 } && new StringInfo(name).LengthInTextElements <= MostLetters && name.EnumerateRunes().All(IsOfName)
            ? name
            : throw new InvalidOptionsException($"A nickname has 1 to {MostLetters} letters, digits, spaces or one of - ' . _: choose another.");
    }

    /// <summary>Whether two names would be taken for each other.</summary>
    public static bool Same(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;

    private static string? Tidy(string typed)
    {
        try
        {
            return string.Join(' ', typed.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
        catch (ArgumentException)
        {
            return null; // half a character
        }
    }

    private static bool IsOfName(Rune letter) => Rune.IsLetterOrDigit(letter) || (letter.IsAscii && Signs.Contains((char)letter.Value))
        || Rune.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
