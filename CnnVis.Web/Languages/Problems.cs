using System.Diagnostics.CodeAnalysis;
using CnnVis.Core;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Languages;

/// <summary>What went wrong, in the page's language; programs are told in English.</summary>
internal static class Problems
{
    public static string Tell(this IStringLocalizer words, CnnVisException problem) => Tell(words, problem.Sentence);

    /// <summary>The sentence in the page's language; none for none.</summary>
    [return: NotNullIfNotNull(nameof(sentence))]
    public static string? Tell(this IStringLocalizer words, Sentence? sentence) => sentence switch
    {
        null => null,
        { Values.Count: 0 } => words[sentence.Pattern].Value,
        _ => words[sentence.Pattern, [.. sentence.Values.Select(value => value is Sentence within ? Tell(words, within) : value ?? "")]].Value,
    };
}
