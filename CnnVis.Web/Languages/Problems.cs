using CnnVis.Core;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Languages;

/// <summary>What went wrong, in the page's language; programs are told in English.</summary>
internal static class Problems
{
    public static string Tell(this IStringLocalizer words, CnnVisException problem) => Tell(words, problem.Sentence);

    private static string Tell(IStringLocalizer words, Sentence sentence) => sentence.Values.Count == 0
        ? words[sentence.Pattern]
        : words[sentence.Pattern, [.. sentence.Values.Select(value => value is Sentence within ? Tell(words, within) : value ?? "")]];
}
