namespace CnnVis.Core;

/// <summary>Cuts what others wrote.</summary>
public static class Shortening
{
    private const int Most = 80;

    /// <summary>A stranger's text, short enough to be repeated in a sentence.</summary>
    public static string Shortened(this string text) =>
        text.Length <= Most ? text : text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)] + "…";
}
