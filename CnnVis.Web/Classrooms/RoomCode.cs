using System.Security.Cryptography;

namespace CnnVis.Web.Classrooms;

/// <summary>What a room is called: six letters and digits of which no two look alike, so that it can be read off a wall.</summary>
public static class RoomCode
{
    public const int Length = 6;

    // Without 0 O Q D, 1 I L, 2 Z, 5 S, 8 B, U V.
    private const string Alphabet = "ACEFGHJKMNPRTWXY34679";

    /// <summary>A new one, which nobody can guess from others.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>What somebody typed as it is stored: without spaces and dashes, in capitals. Null where it can be no code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 4 * Length })
        {
            return null;
        }

        var code = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter) && letter != '-')).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    /// <summary>In two halves, as people read it: <c>KFX 37P</c>.</summary>
    public static string Words(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";
}
