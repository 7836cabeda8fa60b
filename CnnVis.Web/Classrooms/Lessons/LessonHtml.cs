using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Classrooms.Lessons;

/// <summary>A lesson's Markdown as markup. It may be anybody's: HTML in it is text, and links lead to the web only.</summary>
public static class LessonHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static MarkupString From(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Bound(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            link.Url = Bounded(link.Url);
            LeadElsewhere(link);
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }

    private static void Bound(LinkInline link)
    {
        (link.GetDynamicUrl, link.Url) = (null, Bounded(link.GetDynamicUrl?.Invoke() ?? link.Url));
        if (!link.IsImage)
        {
            LeadElsewhere(link);
        }
    }

    // A lesson that is going stays on its page.
    private static void LeadElsewhere(Inline link)
    {
        link.GetAttributes().AddProperty("target", "_blank");
        link.GetAttributes().AddProperty("rel", "noopener");
    }

    private static string Bounded(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? url! : "#";
}
