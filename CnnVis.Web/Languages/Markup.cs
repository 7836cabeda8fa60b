using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CnnVis.Web.Languages;

/// <summary>Sentences with a link or the like within them stay whole, so that each language has its own order.</summary>
internal static class Markup
{
    /// <summary>The sentence as markup, as our files have it; what is put into it is plain text.</summary>
    public static MarkupString Html(this IStringLocalizer words, string sentence, params object[] arguments) =>
        new(words[sentence, [.. arguments.Select(text => HtmlEncoder.Default.Encode($"{text}"))]].Value);
}
