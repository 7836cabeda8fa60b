using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace CnnVis.Web.Sharing;

/// <summary>A run in a frame on somebody else's page.</summary>
internal static class EmbedFrame
{
    public const int UsualWidth = 640;
    public const int UsualHeight = 560;

    /// <param name="address">The whole address of the run's <c>/embed/</c> page.</param>
    public static string Html(string address, string title, int width = UsualWidth, int height = UsualHeight) =>
        $"<iframe src=\"{Encoded(address)}\" width=\"{width}\" height=\"{height}\" title=\"{Encoded(title)} · CnnVis\" style=\"border:0;max-width:100%\" loading=\"lazy\"></iframe>";

    /// <summary>The tag by which other sites find <c>/oembed</c>. They look for its type as it is, which Blazor would write with an escaped plus.</summary>
    public static MarkupString Discovery(string address, string title) => new(
        $"<link rel=\"alternate\" type=\"application/json+oembed\" title=\"{Encoded(title)}\" href=\"{Encoded(address)}\" />");

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
