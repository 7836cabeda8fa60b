namespace CnnVis.Web.Languages;

/// <summary>
/// Names the sentences of the pages, whose translations are <c>Words.*.resx</c>, one file for each language. The English
/// sentence is its own key: there is no English file, and what nobody translated is shown in English.
/// </summary>
public sealed class Words
{
    private Words()
    {
    }

    /// <summary>Says of a sentence that it is translated elsewhere, where it is shown.</summary>
    public static string Key(string sentence) => sentence;
}
