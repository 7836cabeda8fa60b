using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Components.Playground;

/// <summary>A technique's explanation as markup. It is our own text, so its HTML, the formulas, is let through.</summary>
public static class ExplanationHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseDefinitionLists().Build();

    public static MarkupString From(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>())
        {
            // Elsewhere: a run that is going stays on its page.
            var attributes = link.GetAttributes();
            attributes.AddProperty("target", "_blank");
            attributes.AddProperty("rel", "noopener");
        }

        return new MarkupString(document.ToHtml(Pipeline));
    }
}
