using CnnVis.Web.Classrooms.Lessons;

namespace CnnVis.Tests.Web.Classrooms.Lessons;

public sealed class LessonHtmlTests
{
    [Theory]
    [InlineData("**bold**", "<strong>bold</strong>")]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;")]
    [InlineData("<b onclick=x>", "&lt;b onclick")]
    [InlineData("[a](https://school.example/)", "href=\"https://school.example/\" target=\"_blank\" rel=\"noopener\"")]
    [InlineData("<https://school.example/>", "href=\"https://school.example/\" target=\"_blank\" rel=\"noopener\"")]
    [InlineData("[a](javascript:alert(1))", "href=\"#\"")]
    [InlineData("[a](/api/runs)", "href=\"#\"")]
    [InlineData("[a][x]\n\n[x]: javascript:alert(1)", "href=\"#\"")]
    [InlineData("<javascript:alert(1)>", "#")]
    public void Anybodys_text_is_shown_and_never_obeyed(string markdown, string html)
    {
        var shown = LessonHtml.From(markdown).Value;

        Assert.Contains(html, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\"javascript:", shown, StringComparison.Ordinal);
    }
}
